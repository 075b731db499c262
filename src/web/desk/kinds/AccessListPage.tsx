// Stub.
export const AccessListPage = () => null
