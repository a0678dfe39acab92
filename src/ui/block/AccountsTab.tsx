export function AccountsTab() {
  return null;
}
