export function Transport() {
  return <p>Transport</p>;
}
