import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { type EmittedLine, emittedQuery } from './authoring.api';

interface Props {
  text: string;
  onRule: (rule: string) => void;
}

/** What the default engine is given, to be read: lines of one row lie together and lead back to it. */
export function Emitted({ text, onRule }: Props) {
  const { t } = useWords();
  const emitted = useQuery(emittedQuery(text));
  const [over, setOver] = useState<string>();
  return (
    <section>
      <p className="under">{t('authoring.drlIntro')}</p>
      <Loaded query={emitted}>
        {(lines) => (
          <div className="drl">
            {blocksOf(lines).map(({ rule, lines: block }) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for keys
              <div
                key={block[0]?.number}
                className={rule && rule === over ? 'drl-block over' : 'drl-block'}
                onMouseEnter={() => setOver(rule ?? undefined)}
                onMouseLeave={() => setOver(undefined)}
              >
                {rule && (
                  <button type="button" className="link" onClick={() => onRule(rule)}>
                    {t('authoring.toRow', { rule })}
                  </button>
                )}
                <pre>
                  {block.map((line) => (
                    <code key={line.number}>
                      <span className="line-number">{line.number}</span>
                      <Coloured text={line.text} />
                      {'\n'}
                    </code>
                  ))}
                </pre>
              </div>
            ))}
          </div>
        )}
      </Loaded>
    </section>
  );
}

/** Lines that follow each other and come from one row, or from none. */
function blocksOf(lines: readonly EmittedLine[]) {
  const blocks: { rule: string | null; lines: EmittedLine[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && last.rule === (line.rule ?? null)) last.lines.push(line);
    else blocks.push({ rule: line.rule ?? null, lines: [line] });
  }
  return blocks;
}

const token =
  /("[^"]*")|\b(package|import|global|rule|salience|when|then|end|not|in|no-loop|true|false)\b|(\/\/.*$)/g;

/** Texts, words of the language and remarks, each in its own colour. */
function Coloured({ text }: { text: string }) {
  const pieces: React.ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    const [piece, quoted, word] = match;
    pieces.push(text.slice(from, match.index));
    pieces.push(
      <span key={match.index} className={quoted ? 'drl-text' : word ? 'drl-word' : 'drl-remark'}>
        {piece}
      </span>,
    );
    from = match.index + piece.length;
  }
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  );
}
