/** A milestone stone, the product's name. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M9 29V12c0-5.500 3-9 7-9s7 3.500 7 9v17z" className="logo-stone" />
      <path d="M9 13c0-6 3-10 7-10s7 4 7 10z" className="logo-cap" />
      <path d="M13 18.500h6M13 23h6" className="logo-lines" />
      <path d="M4.500 29.500h23" className="logo-ground" />
    </svg>
  );
}
