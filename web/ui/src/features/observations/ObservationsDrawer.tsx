export function ObservationsDrawer() {
  return null;
}
