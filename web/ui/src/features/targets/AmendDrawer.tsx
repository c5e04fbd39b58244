export function AmendDrawer() {
  return null;
}
