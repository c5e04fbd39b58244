import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../i18n';
import { format } from '../ui/decimal';
import { FileButton } from '../ui/FileButton';
import { Loaded } from '../ui/Loaded';
import { ProblemAlert } from '../ui/ProblemAlert';
import { type About, downloadEvidence, evidenceQuery, useAttach } from './evidence';

interface Props {
  about: About;
  mayAttach: boolean;
}

/** The files that prove a figure or a paper; asked for when somebody wants to see them. */
export function EvidenceFiles(props: Props) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  if (shown) return <Files {...props} />;
  return (
    <button type="button" className="link" onClick={() => setShown(true)}>
      {t('evidence.show')}
    </button>
  );
}

function Files({ about, mayAttach }: Props) {
  const { t, language } = useWords();
  const files = useQuery(evidenceQuery(about));
  const attaching = useAttach(about);
  const saving = useMutation({ mutationFn: downloadEvidence });
  return (
    <section aria-label={t('evidence.title')}>
      <Loaded query={files}>
        {(items) =>
          items.length === 0 ? (
            <p className="missing">{t('evidence.none')}</p>
          ) : (
            <ul>
              {items.map((file) => (
                <li key={file.id}>
                  <button type="button" className="link" onClick={() => saving.mutate(file)}>
                    {file.name}
                  </button>{' '}
                  <span className="under">
                    {t(`fileType.${file.type}`)} ·{' '}
                    {t('evidence.kilobytes', {
                      size: format(String(Math.ceil(file.bytes / 1024)), language),
                    })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {saving.error && <ProblemAlert error={saving.error} />}
      {mayAttach && (
        <p>
          <FileButton
            label={t('evidence.attach')}
            accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv"
            disabled={attaching.isPending}
            onChoose={(file) => attaching.mutate(file)}
          />
        </p>
      )}
      {attaching.error && <ProblemAlert error={attaching.error} />}
    </section>
  );
}
