// Stub.
export const KindsPage = () => null
