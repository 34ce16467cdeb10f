CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "Account" (
        "Id" uuid NOT NULL,
        "UserName" character varying(254),
        "NormalizedUserName" character varying(254),
        "Email" character varying(254),
        "NormalizedEmail" character varying(254),
        "EmailConfirmed" boolean NOT NULL,
        "PasswordHash" character varying(500),
        "SecurityStamp" character varying(200),
        "ConcurrencyStamp" character varying(200),
        "PhoneNumber" character varying(256),
        "PhoneNumberConfirmed" boolean NOT NULL,
        "TwoFactorEnabled" boolean NOT NULL,
        "LockoutEnd" timestamp(3) with time zone,
        "LockoutEnabled" boolean NOT NULL,
        "AccessFailedCount" integer NOT NULL,
        CONSTRAINT "PK_Account" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "DataProtectionKey" (
        "Id" uuid NOT NULL,
        "FriendlyName" character varying(100) NOT NULL,
        "Xml" text NOT NULL,
        CONSTRAINT "PK_DataProtectionKey" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "DigestItems" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "RecipientId" uuid NOT NULL,
        "Day" date NOT NULL,
        "IncidentId" uuid NOT NULL,
        "Number" character varying(20) NOT NULL,
        "Rule" character varying(40) NOT NULL,
        "Step" character varying(90) NOT NULL,
        "DueAt" timestamp(3) with time zone,
        "LinkPath" character varying(300),
        "DedupKey" character varying(200) NOT NULL,
        "OutboxMessageId" uuid,
        CONSTRAINT "PK_DigestItems" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "Employer" (
        "Id" uuid NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "Name" character varying(200) COLLATE "sv-SE-x-icu" NOT NULL,
        "Sector" character varying(40) NOT NULL,
        "County" character varying(10),
        "TimeZone" character varying(60) NOT NULL,
        "DefaultLanguage" character varying(2) NOT NULL,
        "SharesWithUnion" boolean NOT NULL,
        "Version" bigint NOT NULL,
        CONSTRAINT "PK_Employer" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "IdempotencyRecord" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "KeyHash" character varying(64) NOT NULL,
        "RequestHash" character varying(64) NOT NULL,
        "Status" integer,
        "Location" character varying(300),
        "Body" text,
        "IncidentId" uuid,
        "CreatedAt" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_IdempotencyRecord" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "LogEntry" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "ActorId" uuid,
        "ActorRole" character varying(40),
        "Action" character varying(60) NOT NULL,
        "IncidentId" uuid,
        "About" uuid,
        "Fields" character varying(1000) NOT NULL,
        "Group" character varying(40) NOT NULL,
        CONSTRAINT "PK_LogEntry" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "OutboxMessages" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "RecipientId" uuid NOT NULL,
        "RecipientAs" character varying(40),
        "IncidentId" uuid,
        "Number" character varying(20),
        "Rule" character varying(40) NOT NULL,
        "Step" character varying(90) NOT NULL,
        "DedupKey" character varying(200) NOT NULL,
        "ThreadKey" character varying(200) NOT NULL,
        "Template" character varying(40) NOT NULL,
        "DueAt" timestamp(3) with time zone,
        "LinkPath" character varying(300),
        "BookedAt" timestamp(3) with time zone,
        "State" character varying(20) NOT NULL,
        "ClaimedBy" character varying(40),
        "ClaimedUntil" timestamp(3) with time zone,
        "Attempts" integer NOT NULL,
        "NextAttemptAt" timestamp(3) with time zone NOT NULL,
        "CreatedAt" timestamp(3) with time zone NOT NULL,
        "SentAt" timestamp(3) with time zone,
        "MessageId" character varying(200),
        "FaultPhase" character varying(40),
        "FaultCode" integer,
        CONSTRAINT "PK_OutboxMessages" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "SignInFailures" (
        "Key" character varying(64) NOT NULL,
        "Count" integer NOT NULL,
        "LastAt" timestamp(3) with time zone NOT NULL,
        "LockedUntil" timestamp(3) with time zone,
        CONSTRAINT "PK_SignInFailures" PRIMARY KEY ("Key")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "AccountClaim" (
        "Id" integer GENERATED BY DEFAULT AS IDENTITY,
        "UserId" uuid NOT NULL,
        "ClaimType" character varying(200),
        "ClaimValue" character varying(200),
        CONSTRAINT "PK_AccountClaim" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_AccountClaim_Account_UserId" FOREIGN KEY ("UserId") REFERENCES "Account" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "AccountLogin" (
        "LoginProvider" character varying(128) NOT NULL,
        "ProviderKey" character varying(128) NOT NULL,
        "ProviderDisplayName" character varying(200),
        "UserId" uuid NOT NULL,
        CONSTRAINT "PK_AccountLogin" PRIMARY KEY ("LoginProvider", "ProviderKey"),
        CONSTRAINT "FK_AccountLogin_Account_UserId" FOREIGN KEY ("UserId") REFERENCES "Account" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "AccountPasskey" (
        "CredentialId" bytea NOT NULL,
        "UserId" uuid NOT NULL,
        "Data" jsonb NOT NULL,
        CONSTRAINT "PK_AccountPasskey" PRIMARY KEY ("CredentialId"),
        CONSTRAINT "FK_AccountPasskey_Account_UserId" FOREIGN KEY ("UserId") REFERENCES "Account" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "AccountToken" (
        "UserId" uuid NOT NULL,
        "LoginProvider" character varying(128) NOT NULL,
        "Name" character varying(128) NOT NULL,
        "Value" character varying(1000),
        CONSTRAINT "PK_AccountToken" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
        CONSTRAINT "FK_AccountToken_Account_UserId" FOREIGN KEY ("UserId") REFERENCES "Account" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "CaseCounter" (
        "EmployerId" uuid NOT NULL,
        "Year" integer NOT NULL,
        "Last" integer NOT NULL,
        CONSTRAINT "PK_CaseCounter" PRIMARY KEY ("EmployerId", "Year"),
        CONSTRAINT "FK_CaseCounter_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "Unit" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "ParentId" uuid,
        "Name" character varying(200) COLLATE "sv-SE-x-icu" NOT NULL,
        "RoutineReviewedOn" date,
        "LastDrillOn" date,
        "IsClosed" boolean NOT NULL,
        "Version" bigint NOT NULL,
        CONSTRAINT "PK_Unit" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Unit_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Unit_Unit_ParentId" FOREIGN KEY ("ParentId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "Person" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "Name" character varying(200) COLLATE "sv-SE-x-icu" NOT NULL,
        "Email" character varying(254) NOT NULL,
        "Language" character varying(2),
        "HomeUnitId" uuid NOT NULL,
        "HasProtectedIdentity" boolean NOT NULL,
        "IsDisabled" boolean NOT NULL,
        "Version" bigint NOT NULL,
        CONSTRAINT "PK_Person" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Person_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Person_Unit_HomeUnitId" FOREIGN KEY ("HomeUnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "Absence" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "From" date NOT NULL,
        "To" date NOT NULL,
        CONSTRAINT "PK_Absence" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Absence_Person_UserId" FOREIGN KEY ("UserId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "AccessToken" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "Name" character varying(100) NOT NULL,
        "Hash" character varying(64) NOT NULL,
        "Scopes" character varying(1000) NOT NULL,
        "CreatedAt" timestamp(3) with time zone NOT NULL,
        "ExpiresAt" timestamp(3) with time zone NOT NULL,
        "LastUsedAt" timestamp(3) with time zone,
        "RevokedAt" timestamp(3) with time zone,
        CONSTRAINT "PK_AccessToken" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_AccessToken_Person_UserId" FOREIGN KEY ("UserId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "RoleAssignment" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "Role" character varying(40) NOT NULL,
        "UnitId" uuid NOT NULL,
        "From" date NOT NULL,
        "To" date,
        "AppointedBy" character varying(200),
        "NotifiedAt" timestamp(3) with time zone,
        CONSTRAINT "PK_RoleAssignment" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_RoleAssignment_Person_UserId" FOREIGN KEY ("UserId") REFERENCES "Person" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_RoleAssignment_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE TABLE "UserSession" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "CreatedAt" timestamp(3) with time zone NOT NULL,
        "LastSeenAt" timestamp(3) with time zone NOT NULL,
        "UserAgent" character varying(120),
        "RevokedAt" timestamp(3) with time zone,
        CONSTRAINT "PK_UserSession" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_UserSession_Person_UserId" FOREIGN KEY ("UserId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_Absence_UserId" ON "Absence" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE UNIQUE INDEX "IX_AccessToken_Hash" ON "AccessToken" ("Hash");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_AccessToken_UserId" ON "AccessToken" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "EmailIndex" ON "Account" ("NormalizedEmail");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE UNIQUE INDEX "UserNameIndex" ON "Account" ("NormalizedUserName");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_AccountClaim_UserId" ON "AccountClaim" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_AccountLogin_UserId" ON "AccountLogin" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_AccountPasskey_UserId" ON "AccountPasskey" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE UNIQUE INDEX "IX_DigestItems_DedupKey" ON "DigestItems" ("DedupKey");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_DigestItems_IncidentId_Rule" ON "DigestItems" ("IncidentId", "Rule");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_DigestItems_OutboxMessageId_Day" ON "DigestItems" ("OutboxMessageId", "Day");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_IdempotencyRecord_CreatedAt" ON "IdempotencyRecord" ("CreatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE UNIQUE INDEX "IX_IdempotencyRecord_UserId_KeyHash" ON "IdempotencyRecord" ("UserId", "KeyHash");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_LogEntry_EmployerId_At" ON "LogEntry" ("EmployerId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_LogEntry_IncidentId_At" ON "LogEntry" ("IncidentId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE UNIQUE INDEX "IX_OutboxMessages_DedupKey" ON "OutboxMessages" ("DedupKey");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_OutboxMessages_EmployerId_Id" ON "OutboxMessages" ("EmployerId", "Id");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_OutboxMessages_State_NextAttemptAt" ON "OutboxMessages" ("State", "NextAttemptAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_Person_EmployerId" ON "Person" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_Person_HomeUnitId" ON "Person" ("HomeUnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_RoleAssignment_UnitId" ON "RoleAssignment" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_RoleAssignment_UserId" ON "RoleAssignment" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_Unit_EmployerId" ON "Unit" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_Unit_ParentId" ON "Unit" ("ParentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    CREATE INDEX "IX_UserSession_UserId" ON "UserSession" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261121205015_Initial') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261121205015_Initial', '10.0.14');
    END IF;
END $EF$;
COMMIT;

