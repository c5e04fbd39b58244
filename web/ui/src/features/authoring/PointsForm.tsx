import { useWords } from '../../i18n';
import { DecimalField } from './DecimalField';
import type { Desk } from './desk';
import { newId } from './ids';
import { allowances, allowing, type Grade, type Model, type Points, pointFields } from './model';

/** What the points of attainment begin with: a point for each per cent, and nothing above or below. */
const plainPoints: Points = { bonus: '0', highest: '100', penaltyBelow: '0', penalty: '0', lowest: '0' };

const asked = ['pointsFrom', 'onTimeFrom', 'exceededFrom', 'lateUpTo'] as const;

/** How points are given, and how targets are put together. */
export function PointsForm({ desk }: { desk: Desk }) {
  const { t } = useWords();
  const { model, change, mayEdit } = desk;
  const { points: _, ...without } = model;
  const by = model.rollUp?.by ?? 'mean';
  return (
    <>
      <fieldset className="card" disabled={!mayEdit}>
        <legend className="section-title">{t('authoring.points')}</legend>
        <label className="check">
          <input type="radio" name="points" checked={!model.points} onChange={() => change(without)} />
          {t('authoring.pointsOfRating')}
        </label>
        <label className="check">
          <input
            type="radio"
            name="points"
            checked={model.points !== undefined}
            onChange={() => change({ ...model, points: plainPoints })}
          />
          {t('authoring.pointsOfAttainment')}
        </label>
        {model.points && (
          <div className="form-row">
            {pointFields.map((field) => (
              <DecimalField
                key={field}
                label={t(`pointField.${field}`)}
                value={model.points?.[field] ?? ''}
                share={field === 'penaltyBelow'}
                disabled={!mayEdit}
                onChange={(value) =>
                  change(
                    { ...model, points: { ...plainPoints, ...model.points, [field]: value } },
                    `points ${field}`,
                  )
                }
              />
            ))}
          </div>
        )}
      </fieldset>
      <fieldset className="card" disabled={!mayEdit}>
        <legend className="section-title">{t('ruleSets.rollUp')}</legend>
        {(['mean', 'worst', 'all', 'grades'] as const).map((one) => (
          <label key={one} className="check">
            <input
              type="radio"
              name="roll-up"
              checked={by === one}
              onChange={() => change(rolledUp(model, one))}
            />
            {t(`rollUpBy.${one}`)}
          </label>
        ))}
        {by === 'grades' && <Grades desk={desk} />}
      </fieldset>
      <fieldset className="card" disabled={!mayEdit}>
        <legend className="section-title">{t('authoring.allows')}</legend>
        <p className="under">{t('authoring.allowsHint')}</p>
        {allowances.map((one) => (
          <label key={one} className="check">
            <input
              type="checkbox"
              checked={model.allows.includes(one)}
              onChange={({ target }) => change(allowing(model, one, target.checked))}
            />
            <span>
              {t(`allowance.${one}`)}
              <span className="under">{t(`allowanceSays.${one}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

function rolledUp({ rollUp: _, ...model }: Model, by: 'mean' | 'worst' | 'all' | 'grades'): Model {
  if (by === 'mean') return model;
  if (by !== 'grades') return { ...model, rollUp: { by } };
  return {
    ...model,
    rollUp: {
      by,
      grades: [
        { code: 'grade-1', vi: '', en: '', pointsFrom: '80' },
        { code: 'grade-2', vi: '', en: '' },
      ],
    },
  };
}

function Grades({ desk: { model, change, mayEdit } }: { desk: Desk }) {
  const { t } = useWords();
  const grades = model.rollUp?.grades ?? [];
  const put = (next: readonly Grade[], place?: string) =>
    change({ ...model, rollUp: { by: 'grades', grades: next } }, place);
  const free = () => newId('grade', (id) => grades.some(({ code }) => code === id));
  return (
    <div className="grades-form">
      <h3>{t('authoring.grades')}</h3>
      <p className="under">{t('authoring.gradeHint')}</p>
      {grades.map((grade, at) => {
        const set = (field: keyof Grade, value: string) =>
          put(
            grades.map((one, i) => {
              if (i !== at) return one;
              const { [field]: _, ...rest } = one;
              return (
                value === '' && field !== 'vi' && field !== 'en' ? rest : { ...one, [field]: value }
              ) as Grade;
            }),
            `grade ${at} ${field}`,
          );
        return (
          <fieldset key={grade.code} className="grade" disabled={!mayEdit}>
            <legend>{t('authoring.grade', { number: at + 1 })}</legend>
            <div className="form-row">
              {(['vi', 'en'] as const).map((language) => (
                <label key={language}>
                  {t(language === 'vi' ? 'authoring.inVietnamese' : 'authoring.inEnglish', {
                    what: t('aboutField.name'),
                  })}
                  <input
                    value={grade[language]}
                    maxLength={100}
                    onChange={({ target }) => set(language, target.value)}
                  />
                </label>
              ))}
              {asked.map((field) => (
                <DecimalField
                  key={field}
                  label={t(`gradeField.${field}`)}
                  value={grade[field] ?? ''}
                  share={field !== 'pointsFrom'}
                  disabled={!mayEdit}
                  onChange={(value) => set(field, value)}
                />
              ))}
            </div>
            {mayEdit && (
              <button type="button" className="link" onClick={() => put(grades.filter((_, i) => i !== at))}>
                {t('authoring.removeThing')}
              </button>
            )}
          </fieldset>
        );
      })}
      {mayEdit && (
        <button
          type="button"
          className="button plain"
          onClick={() => put([...grades.slice(0, -1), { code: free(), vi: '', en: '' }, ...grades.slice(-1)])}
        >
          {t('authoring.addGrade')}
        </button>
      )}
    </div>
  );
}
