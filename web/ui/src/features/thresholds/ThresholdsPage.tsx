export function ThresholdsPage() {
  return null;
}
