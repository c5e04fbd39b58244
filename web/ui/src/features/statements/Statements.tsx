import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../frame/session';
import { useWords } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { CorrectStatementSheet } from './CorrectStatementSheet';
import { StatementsByKind } from './StatementsByKind';
import { type Statement, statementsQuery } from './statements.api';

interface Props {
  /** of which they are; left out for the whole province */
  plan?: string;
  /** only those that belong to no plan */
  onlyFree?: boolean;
}

/** Statements, each to be corrected by those who may. */
export function Statements({ plan, onlyFree = false }: Props) {
  const { t } = useWords();
  const { may } = useSession();
  const statements = useQuery(statementsQuery(plan));
  const [open, setOpen] = useState<Statement>();
  const [corrected, setCorrected] = useState<string>();
  return (
    <>
      {corrected && (
        <p className="note" role="status">
          {t('statements.corrected', { code: corrected })}
        </p>
      )}
      <Loaded query={statements}>
        {(items) => (
          <StatementsByKind
            statements={onlyFree ? items.filter((one) => one.plan == null) : items}
            {...(may('province-admin') ? { onCorrect: setOpen } : {})}
          />
        )}
      </Loaded>
      {open && (
        <CorrectStatementSheet
          statement={open}
          reload={() => statements.refetch().then(({ data }) => data?.find(({ code }) => code === open.code))}
          onClose={() => setOpen(undefined)}
          onCorrected={(code) => {
            setCorrected(code);
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
