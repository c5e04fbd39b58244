-- What is seen of a text, whatever its capitals: letters in their one spelling, without blanks, joiners and fillers. Two titles
-- that look alike are one. The same characters as in Texts.isInvisible.
create function visible(words text) returns text
    language sql
    immutable parallel safe
    return lower(regexp_replace(normalize(words, nfc),
        '[\u0009-\u000D\u001C-\u0020\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F'
        '\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]+',
        '', 'g'));

drop index plan_title_uk;
create unique index plan_title_uk on plan (tenant_id, period, visible(title));
