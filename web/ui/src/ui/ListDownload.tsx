import { useMutation } from '@tanstack/react-query';
import { download, XLSX } from '../api/download';
import { useWords } from '../i18n';
import { ProblemAlert } from './ProblemAlert';

/** A list as a spreadsheet, all of its pages. @param address of the list in the API */
export function ListDownload({ address }: { address: string }) {
  const { t } = useWords();
  const saving = useMutation({ mutationFn: () => download(address, { accept: XLSX }) });
  return (
    <>
      <button
        type="button"
        className="button plain"
        disabled={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {t('frame.excel')}
      </button>
      {saving.error && <ProblemAlert error={saving.error} />}
    </>
  );
}
