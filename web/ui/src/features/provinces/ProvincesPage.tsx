export function ProvincesPage() {
  return null;
}
