// Stub.
export const DutyPage = () => null
