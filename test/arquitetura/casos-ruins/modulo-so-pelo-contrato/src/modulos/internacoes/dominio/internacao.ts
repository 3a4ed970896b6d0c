export class Internacao {}
