import { Statements } from './Statements';
import { planStatementsRoute } from './statements.route';

export function PlanStatements() {
  const { planId } = planStatementsRoute.useParams();
  return <Statements plan={planId} />;
}
