// Stub.
export const AreasPage = () => null
