// What stands for words where somebody only spoke; whoever hears it may write the words down in a note.
export const SPOKEN = '（语音）'
