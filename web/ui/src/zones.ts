/**
 * The import zones of this folder, from the outside in: `app` sees everything; a feature sees itself and what lies
 * below; `frame` (what every feature stands in), `ui` (pictures without feature knowledge), `i18n` and `api` know no
 * feature. Features do not import one another, except that a route may hang under another feature's route.
 */
const below: Record<string, readonly string[]> = {
  app: ['app', 'features', 'frame', 'ui', 'i18n', 'api'],
  features: ['frame', 'ui', 'i18n', 'api'],
  frame: ['frame', 'ui', 'i18n', 'api'],
  ui: ['ui', 'i18n', 'api'],
  i18n: ['i18n', 'ui'],
  api: ['api'],
};

const isRoute = (file: string) => file.endsWith('.route') || file.endsWith('.route.tsx');

/**
 * Says why one import is not allowed, if so. Both paths start at `src`: `features/plans/plans.api.ts`,
 * `features/plans/PlanPage`. Files directly in `src` start everything and may import anything.
 */
export function trespass(from: string, to: string): string | undefined {
  const [zone = '', feature] = from.split('/');
  const [otherZone = '', otherFeature] = to.split('/');
  if (!from.includes('/')) return undefined;
  const allowed = below[zone];
  if (!allowed) return `${from} stands in no known zone.`;
  if (zone === 'features' && otherZone === 'features') {
    if (feature === otherFeature || (isRoute(from) && isRoute(to))) return undefined;
    return `${from} imports ${to}: the features ${feature} and ${otherFeature} must not know one another.`;
  }
  return allowed.includes(otherZone)
    ? undefined
    : `${from} imports ${to}: ${zone} must not know ${otherZone}.`;
}

/** What a source file imports from this folder, as paths from `src`. */
export function importsOf(file: string, source: string): string[] {
  const found = source.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map(([, path = '']) => resolved(file, path));
}

function resolved(file: string, path: string): string {
  const at = file.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') at.pop();
    else if (step !== '.') at.push(step);
  }
  return at.join('/');
}
