// Stub.
export const CodesPage = () => null
