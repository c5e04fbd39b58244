import { useNavigate } from '@tanstack/react-router';
import { useAsOf } from '../frame/asOf';
import { useWords } from '../i18n';
import { AsOfPicker } from '../ui/AsOfPicker';

/** The day of the screens, kept in the address. */
export function AsOfChoice() {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <AsOfPicker
      label={t('frame.asOf')}
      hint={t('frame.asOfHint')}
      value={useAsOf()}
      onChange={(asOf) => void navigate({ to: '.', search: (search) => ({ ...search, asOf }) })}
    />
  );
}
