// Stub.
export const HoursPage = () => null
