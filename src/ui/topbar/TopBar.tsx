export function TopBar() {
  return <p>TopBar</p>;
}
