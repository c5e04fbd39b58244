import { useWords } from '../../i18n';
import type { Desk } from './desk';
import { type About, aboutFields } from './model';

const nothing: About = { name: { vi: '', en: '' }, says: { vi: '', en: '' }, source: { vi: '', en: '' } };
const longest = { name: 100, says: 1000, source: 1000 } as const;

/** What the set is called, what it does and what it rests on, in both languages. */
export function AboutForm({ desk: { model, change, mayEdit } }: { desk: Desk }) {
  const { t } = useWords();
  const about = model.about ?? nothing;
  return (
    <div className="card sentence-fields">
      {aboutFields.map((field) => (
        <div key={field} className="form-row">
          {(['vi', 'en'] as const).map((language) => (
            <label key={language}>
              {t(language === 'vi' ? 'authoring.inVietnamese' : 'authoring.inEnglish', {
                what: t(`aboutField.${field}`),
              })}
              <textarea
                rows={field === 'name' ? 1 : 4}
                lang={language}
                maxLength={longest[field]}
                value={about[field][language]}
                disabled={!mayEdit}
                onChange={({ target }) =>
                  change(
                    {
                      ...model,
                      about: { ...about, [field]: { ...about[field], [language]: target.value } },
                    },
                    `about ${field} ${language}`,
                  )
                }
              />
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}
