// Stub.
export const MePage = () => null
