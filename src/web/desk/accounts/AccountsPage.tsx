// Stub.
export const AccountsPage = () => null
