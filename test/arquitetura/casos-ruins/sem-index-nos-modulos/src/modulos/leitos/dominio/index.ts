export class Leito {}
