import { Transform } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  Validate,
  ValidatorConstraint,
  type ValidationArguments,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { IANAZone } from 'luxon';
import { origemValida, partesDe, redeValida } from './enderecos-de-rede.js';
import { urlValida } from './url-publica.js';

@ValidatorConstraint({ name: 'fusoHorario' })
class FusoHorario implements ValidatorConstraintInterface {
  validate(valor: unknown): boolean {
    return typeof valor === 'string' && IANAZone.isValidZone(valor);
  }

  defaultMessage(args: ValidationArguments): string {
    return `${args.property} deve ser um fuso da IANA, como America/Sao_Paulo.`;
  }
}

@ValidatorConstraint({ name: 'origens' })
class Origens implements ValidatorConstraintInterface {
  validate(valor: unknown): boolean {
    return (
      typeof valor === 'string' && partesDe(valor).every((parte) => parte === '*' || origemValida(parte))
    );
  }

  defaultMessage({ property }: ValidationArguments): string {
    return `${property} deve ter origens separadas por vírgula, sem barra no fim, como https://painel.hospital.br.`;
  }
}

@ValidatorConstraint({ name: 'redes' })
class Redes implements ValidatorConstraintInterface {
  validate(valor: unknown): boolean {
    return typeof valor === 'string' && partesDe(valor).every(redeValida);
  }

  defaultMessage({ property }: ValidationArguments): string {
    return `${property} deve ter endereços ou redes separados por vírgula, como 10.0.0.7 ou 172.18.0.0/16 (de /8 para cima).`;
  }
}

@ValidatorConstraint({ name: 'urlPublica' })
class UrlPublica implements ValidatorConstraintInterface {
  validate(valor: unknown): boolean {
    return typeof valor === 'string' && urlValida(valor);
  }

  defaultMessage({ property }: ValidationArguments): string {
    return `${property} deve ser só o endereço do Plantão, como https://plantao.hospital.com.br, sem usuário, "?", "#" ou "..".`;
  }
}

const Numero = () =>
  Transform(({ value }): unknown =>
    typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value,
  );
const porta = { message: '$property deve ser uma porta entre 1 e 65535.' };
const conexoes = { message: '$property deve ser um número de 2 a 500.' };
const simNao = { message: '$property deve ser true ou false.' };
const email = { message: '$property deve ser um endereço de e-mail.' };

/** The variables of `.env`, all optional here; what depends on what is checked in `ambiente.ts`. */
export class VariaveisDeAmbiente {
  @IsOptional()
  @IsIn(['production', 'development', 'test'], {
    message: 'NODE_ENV deve ser production, development ou test.',
  })
  NODE_ENV?: string;

  @IsOptional()
  @Numero()
  @IsInt(porta)
  @Min(0, porta)
  @Max(65535, porta)
  PORT?: number;

  @IsOptional() @IsString() HOST?: string;
  @IsOptional() @Validate(UrlPublica) URL_PUBLICA?: string;

  @IsOptional()
  @IsIn(['tudo', 'api', 'worker'], { message: 'PAPEL deve ser tudo, api ou worker.' })
  PAPEL?: 'tudo' | 'api' | 'worker';

  @IsOptional()
  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
    message: 'LOG_LEVEL deve ser trace, debug, info, warn, error, fatal ou silent.',
  })
  LOG_LEVEL?: string;

  @IsOptional() @IsString() DADOS_DIR?: string;
  @IsOptional() @IsString() DB_HOST?: string;
  @IsOptional() @IsString() DB_LEITURA_HOST?: string;
  @IsOptional() @Numero() @IsInt(porta) @Min(1, porta) @Max(65535, porta) DB_PORT?: number;
  @IsOptional() @IsString() DB_USER?: string;
  @IsOptional() @IsString() DB_PASSWORD?: string;

  @IsOptional()
  @Matches(/^[A-Za-z0-9_]{1,64}$/, { message: 'DB_NAME deve ter só letras, números e sublinhado.' })
  DB_NAME?: string;

  @IsOptional()
  @Numero()
  @IsInt(conexoes)
  @Min(2, conexoes)
  @Max(500, conexoes)
  DB_CONEXOES?: number;

  @IsOptional()
  @MinLength(32, { message: 'JWT_SECRET deve ter ao menos 32 caracteres.' })
  JWT_SECRET?: string;

  @IsOptional()
  @MinLength(32, { message: 'AUDITORIA_CHAVE deve ter ao menos 32 caracteres.' })
  AUDITORIA_CHAVE?: string;

  @IsOptional() @IsEmail({ require_tld: false }, email) @MaxLength(254, email) ADMIN_EMAIL?: string;

  @IsOptional()
  @MinLength(8, { message: 'ADMIN_SENHA deve ter ao menos 8 caracteres.' })
  @MaxLength(128, { message: 'ADMIN_SENHA deve ter no máximo 128 caracteres.' })
  ADMIN_SENHA?: string;

  @IsOptional() @IsString() MAIL_SERVER?: string;
  @IsOptional() @Numero() @IsInt(porta) @Min(1, porta) @Max(65535, porta) MAIL_PORT?: number;
  @IsOptional() @IsString() MAIL_USERNAME?: string;
  @IsOptional() @IsString() MAIL_PASS?: string;
  @IsOptional() @IsEmail({ require_tld: false }, email) MAIL_FROM?: string;
  @IsOptional() @IsString() MAIL_FROM_NAME?: string;
  @IsOptional() @IsEmail({ require_tld: false }, email) EMAIL_OPERACAO?: string;
  @IsOptional() @IsEmail({ require_tld: false }, email) EMAIL_PRIVACIDADE?: string;

  @IsOptional() @Validate(FusoHorario) HOSPITAL_FUSO?: string;

  @IsOptional()
  @Numero()
  @IsInt({ message: 'HOSPITAL_HORA_CENSO deve ser uma hora de 1 a 24.' })
  @Min(1, { message: 'HOSPITAL_HORA_CENSO deve ser uma hora de 1 a 24.' })
  @Max(24, { message: 'HOSPITAL_HORA_CENSO deve ser uma hora de 1 a 24.' })
  HOSPITAL_HORA_CENSO?: number;

  @IsOptional() @IsIn(['true', 'false'], simNao) LEITO_EXIGE_LIMPEZA?: string;
  @IsOptional() @IsIn(['true', 'false'], simNao) EXIGE_SEGUNDO_FATOR?: string;
  @IsOptional() @IsIn(['true', 'false'], simNao) EXIGE_TROCA_DA_SENHA_INICIAL?: string;
  @IsOptional() @IsIn(['true', 'false'], simNao) RELOGIO_MOVEL?: string;
  @IsOptional() @IsIn(['true', 'false'], simNao) METRICAS_ABERTAS?: string;
  @IsOptional() @IsIn(['true', 'false'], simNao) DOCUMENTACAO?: string;
  @IsOptional() @Validate(Origens) CORS_ORIGENS?: string;
  @IsOptional() @Validate(Redes) PROXIES_CONFIAVEIS?: string;
  @IsOptional() @IsIn(['true', 'false'], simNao) DEMO?: string;
}
