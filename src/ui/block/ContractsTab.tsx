export function ContractsTab() {
  return null;
}
