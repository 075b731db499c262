// Stub.
export const CalendarPage = () => null
