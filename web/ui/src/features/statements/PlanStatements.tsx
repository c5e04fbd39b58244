export function PlanStatements() {
  return null;
}
