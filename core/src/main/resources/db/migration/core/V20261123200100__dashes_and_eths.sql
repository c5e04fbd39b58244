-- A non-breaking hyphen and a dash look like a hyphen, an Icelandic or African letter like đ: two numbers of papers that differ in
-- nothing else are one paper.
create or replace function visible(words text) returns text
    language sql
    immutable parallel safe
    return translate(
        lower(regexp_replace(normalize(words, nfc),
            '[\u0009-\u000D\u001C-\u0020\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F'
            '\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]+',
            '', 'g')),
        U&'\2010\2011\2012\2013\2014\2015\2212\FE63\FF0D\00D0\0189\00F0\0256',
        U&'---------\0111\0111\0111\0111');

reindex index plan_title_uk;
reindex index instrument_uk;
reindex index target_uk;
