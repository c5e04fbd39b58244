import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsOf, useMisreadAsOf } from '../frame/asOf';
import { useWords } from '../i18n';
import { AsOfPicker } from '../ui/AsOfPicker';
import { day } from '../ui/day';

/** The day of the screens, kept in the address. What was typed and is no day, here or there, is said, never passed over. */
export function AsOfChoice() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const asOf = useAsOf();
  const inAddress = useMisreadAsOf();
  const [inField, setInField] = useState<string>();
  const misread = inField ?? inAddress;
  const choose = (chosen: string) => {
    setInField(undefined);
    void navigate({ to: '.', search: (search) => ({ ...search, asOf: chosen }) });
  };
  return (
    <div className="as-of-choice">
      <AsOfPicker
        label={t('frame.asOf')}
        hint={t('frame.asOfHint')}
        value={asOf}
        onChange={choose}
        onMisread={setInField}
      />
      {misread !== undefined && (
        <p className="as-of-misread" role="alert">
          {t('frame.asOfMisread', { typed: misread, day: day(asOf, language) })}{' '}
          <button type="button" className="link" onClick={() => choose(asOf)}>
            {t('frame.asOfKeep', { day: day(asOf, language) })}
          </button>
        </p>
      )}
    </div>
  );
}
