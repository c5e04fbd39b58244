import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../ui/Loaded';
import { StatementsByKind } from './StatementsByKind';
import { statementsQuery } from './statements.api';
import { planStatementsRoute } from './statements.route';

export function PlanStatements() {
  const { planId } = planStatementsRoute.useParams();
  const statements = useQuery(statementsQuery(planId));
  return <Loaded query={statements}>{(items) => <StatementsByKind statements={items} />}</Loaded>;
}
