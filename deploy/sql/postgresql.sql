CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" character varying(150) NOT NULL,
    "ProductVersion" character varying(32) NOT NULL,
    CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY ("MigrationId")
);

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "Doomed" (
        "Id" uuid NOT NULL,
        "ShareFile" uuid,
        "SharePlace" integer,
        "EvidenceFile" uuid,
        CONSTRAINT "PK_Doomed" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "EmployerKeys" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "Number" integer NOT NULL,
        "Wrapped" bytea NOT NULL,
        "MasterId" character varying(12) NOT NULL,
        CONSTRAINT "PK_EmployerKeys" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "LogChain" (
        "EmployerId" uuid NOT NULL,
        "Seq" bigint NOT NULL,
        "Hash" bytea NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "Form" integer NOT NULL,
        CONSTRAINT "PK_LogChain" PRIMARY KEY ("EmployerId")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "LogCheck" (
        "EmployerId" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "Entries" bigint NOT NULL,
        "Until" timestamp(3) with time zone,
        "Fault" character varying(40),
        "FaultSeq" bigint,
        "FaultEntry" uuid,
        CONSTRAINT "PK_LogCheck" PRIMARY KEY ("EmployerId")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "LogEntry" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "ActorId" uuid,
        "ActorRole" character varying(40),
        "CaseRole" character varying(40),
        "FieldGroup" character varying(40),
        "Action" character varying(60) NOT NULL,
        "IncidentId" uuid,
        "About" uuid,
        "Fields" character varying(1000) NOT NULL,
        "Group" character varying(40) NOT NULL,
        "Seq" bigint,
        "Hash" bytea,
        CONSTRAINT "PK_LogEntry" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE FUNCTION "LogEntry_Refuse"() RETURNS trigger LANGUAGE plpgsql AS $refuse$ BEGIN RAISE EXCEPTION 'The log is only ever added to.'; END $refuse$;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TRIGGER "TR_LogEntry_Delete" BEFORE DELETE OR TRUNCATE ON "LogEntry" FOR EACH STATEMENT EXECUTE FUNCTION "LogEntry_Refuse"();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TRIGGER "TR_LogEntry_Update" BEFORE UPDATE ON "LogEntry" FOR EACH ROW
    WHEN (OLD."Seq" IS NOT NULL OR OLD."Hash" IS NOT NULL OR NEW."Seq" IS NULL OR NEW."Hash" IS NULL
        OR (NEW."Id", NEW."EmployerId", NEW."At", NEW."ActorId", NEW."ActorRole", NEW."CaseRole", NEW."FieldGroup", NEW."Action", NEW."IncidentId", NEW."About", NEW."Fields", NEW."Group") IS DISTINCT FROM (OLD."Id", OLD."EmployerId", OLD."At", OLD."ActorId", OLD."ActorRole", OLD."CaseRole", OLD."FieldGroup", OLD."Action", OLD."IncidentId", OLD."About", OLD."Fields", OLD."Group"))
    EXECUTE FUNCTION "LogEntry_Refuse"();
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
        "SealedLink" character varying(500),
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "PersonYear" (
        "Year" integer NOT NULL,
        "PersonRef" bytea NOT NULL,
        "UnitId" bytea NOT NULL,
        "OccupationalGroup" integer NOT NULL,
        "IncidentCount" integer NOT NULL,
        "StatKey" bigint NOT NULL,
        CONSTRAINT "PK_PersonYear" PRIMARY KEY ("Year", "PersonRef"),
        CONSTRAINT "CK_PersonYear_StatKey" CHECK ("StatKey" >= 0 AND "StatKey" < 4294967296)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "ReleaseFact" (
        "Stage" integer NOT NULL,
        "Fact" integer NOT NULL,
        "UnitId" bytea NOT NULL,
        "Month" integer NOT NULL,
        "Seq" integer NOT NULL,
        "Combo" integer NOT NULL,
        "Flags" bigint NOT NULL,
        "StatKey" bigint NOT NULL,
        CONSTRAINT "PK_ReleaseFact" PRIMARY KEY ("Stage", "Fact", "Month", "UnitId", "Seq"),
        CONSTRAINT "CK_ReleaseFact_StatKey" CHECK ("StatKey" >= 0 AND "StatKey" < 4294967296)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "StatCube" (
        "Fact" integer NOT NULL,
        "NodeId" bytea NOT NULL,
        "Period" integer NOT NULL,
        "Combo" integer NOT NULL,
        "N" bigint NOT NULL,
        "KeySum" bigint NOT NULL,
        CONSTRAINT "PK_StatCube" PRIMARY KEY ("Fact", "NodeId", "Period", "Combo")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "StatFact" (
        "Fact" integer NOT NULL,
        "Month" integer NOT NULL,
        "UnitId" bytea NOT NULL,
        "SourceId" bytea NOT NULL,
        "Combo" integer NOT NULL,
        "Flags" bigint NOT NULL,
        "StatKey" bigint NOT NULL,
        "PersonId" bytea,
        "PersonRef" bytea,
        CONSTRAINT "PK_StatFact" PRIMARY KEY ("Fact", "Month", "UnitId", "SourceId"),
        CONSTRAINT "CK_StatFact_StatKey" CHECK ("StatKey" >= 0 AND "StatKey" < 4294967296)
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "StatMargin" (
        "Fact" integer NOT NULL,
        "NodeId" bytea NOT NULL,
        "Indicator" integer NOT NULL,
        "Period" integer NOT NULL,
        "Class" integer NOT NULL,
        "N" bigint NOT NULL,
        "KeySum" bigint NOT NULL,
        CONSTRAINT "PK_StatMargin" PRIMARY KEY ("Fact", "NodeId", "Indicator", "Period", "Class")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "StatPlace" (
        "Year" integer NOT NULL,
        "UnitId" bytea NOT NULL,
        "EmployerId" bytea NOT NULL,
        "Sector" character varying(200) NOT NULL,
        "County" character varying(200),
        CONSTRAINT "PK_StatPlace" PRIMARY KEY ("Year", "UnitId")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "StatReconciliation" (
        "Id" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "Compared" integer NOT NULL,
        "Mismatches" integer NOT NULL,
        "Where" character varying(2000) NOT NULL,
        CONSTRAINT "PK_StatReconciliation" PRIMARY KEY ("Id")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "StatRelease" (
        "ReleaseId" uuid NOT NULL,
        "Stage" integer NOT NULL,
        "Year" integer NOT NULL,
        "Month" integer NOT NULL,
        "BuiltAt" timestamp(3) with time zone NOT NULL,
        "TableId" character varying(200) NOT NULL,
        "KeyId" character varying(200) NOT NULL,
        "OrgVersion" integer NOT NULL,
        "CodebookVersion" integer NOT NULL,
        "FactCount" bigint NOT NULL,
        "FactKeySum" bigint NOT NULL,
        CONSTRAINT "PK_StatRelease" PRIMARY KEY ("ReleaseId")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "StatTotal" (
        "Fact" integer NOT NULL,
        "NodeId" bytea NOT NULL,
        "Period" integer NOT NULL,
        "N" bigint NOT NULL,
        "KeySum" bigint NOT NULL,
        CONSTRAINT "PK_StatTotal" PRIMARY KEY ("Fact", "NodeId", "Period")
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "Campaign" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "Name" character varying(200) COLLATE "sv-SE-x-icu" NOT NULL,
        "Code" character varying(40),
        "FirstSeen" date NOT NULL,
        "LastSeen" date,
        "Platforms" character varying(1000) NOT NULL,
        "Version" bigint NOT NULL,
        CONSTRAINT "PK_Campaign" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Campaign_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "FollowUpPolicyVersions" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "Number" bigint NOT NULL,
        "ValidFrom" timestamp(3) with time zone NOT NULL,
        "ChangedBy" uuid NOT NULL,
        "Json" text NOT NULL,
        CONSTRAINT "PK_FollowUpPolicyVersions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_FollowUpPolicyVersions_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "Obligations" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "SubjectKind" character varying(40) NOT NULL,
        "SubjectId" uuid NOT NULL,
        "UnitId" uuid NOT NULL,
        "IncidentId" uuid,
        "Key" character varying(60) NOT NULL,
        "Rule" character varying(40) NOT NULL,
        "About" uuid,
        "ClockStart" timestamp(3) with time zone NOT NULL,
        "DueAt" timestamp(3) with time zone NOT NULL,
        "ResponsibleParty" character varying(40) NOT NULL,
        "OwnerId" uuid,
        "ResponsibleUserId" uuid,
        "DoneAt" timestamp(3) with time zone,
        "CancelledAt" timestamp(3) with time zone,
        "IsInformation" boolean NOT NULL,
        "NextStepAt" timestamp(3) with time zone,
        "StepsTakenUntil" timestamp(3) with time zone,
        "Steps" text NOT NULL,
        "Revision" integer NOT NULL,
        CONSTRAINT "PK_Obligations" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Obligations_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "PulseRounds" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "Name" character varying(200) NOT NULL,
        "OpensOn" date NOT NULL,
        "ClosesOn" date NOT NULL,
        "OpensAt" timestamp(3) with time zone NOT NULL,
        "InviteAt" timestamp(3) with time zone NOT NULL,
        "RemindAt" timestamp(3) with time zone,
        "ClosesAt" timestamp(3) with time zone NOT NULL,
        "NextStepAt" timestamp(3) with time zone,
        "InvitedAt" timestamp(3) with time zone,
        "ClosedAt" timestamp(3) with time zone,
        "TableId" character varying(200),
        "KeyId" character varying(200),
        "Invited" integer NOT NULL,
        "LinkKey" bytea NOT NULL,
        "Version" bigint NOT NULL,
        CONSTRAINT "PK_PulseRounds" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_PulseRounds_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "RetentionPolicyVersions" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "Number" bigint NOT NULL,
        "ValidFrom" date NOT NULL,
        "ChangedAt" timestamp(3) with time zone NOT NULL,
        "ChangedBy" uuid NOT NULL,
        "Json" text NOT NULL,
        CONSTRAINT "PK_RetentionPolicyVersions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_RetentionPolicyVersions_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "WarningRuns" (
        "EmployerId" uuid NOT NULL,
        "Month" date NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_WarningRuns" PRIMARY KEY ("EmployerId", "Month"),
        CONSTRAINT "FK_WarningRuns_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "FeedbackMessages" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid,
        "At" timestamp(3) with time zone NOT NULL,
        "Text" bytea NOT NULL,
        "Contact" bytea,
        "SealKey" bytea,
        "SealKeyBy" uuid,
        CONSTRAINT "PK_FeedbackMessages" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_FeedbackMessages_EmployerKeys_SealKeyBy" FOREIGN KEY ("SealKeyBy") REFERENCES "EmployerKeys" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_FeedbackMessages_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IdempotencyRecord" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "KeyHash" character varying(64) NOT NULL,
        "RequestHash" character varying(64) NOT NULL,
        "Answer" bytea NOT NULL,
        "Cases" character varying(2000) NOT NULL,
        "CreatedAt" timestamp(3) with time zone NOT NULL,
        "SealKey" bytea,
        "SealKeyBy" uuid,
        CONSTRAINT "PK_IdempotencyRecord" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IdempotencyRecord_EmployerKeys_SealKeyBy" FOREIGN KEY ("SealKeyBy") REFERENCES "EmployerKeys" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "Incidents" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "UnitId" uuid NOT NULL,
        "OversightUnitId" uuid,
        "Number" character varying(20),
        "State" character varying(40) NOT NULL,
        "Version" bigint NOT NULL,
        "ReporterId" uuid NOT NULL,
        "HandlerId" uuid,
        "CreatedAt" timestamp(3) with time zone NOT NULL,
        "SubmittedAt" timestamp(3) with time zone,
        "AcknowledgedAt" timestamp(3) with time zone,
        "AssessedAt" timestamp(3) with time zone,
        "InjuryKnownAt" timestamp(3) with time zone,
        "ClosedAt" timestamp(3) with time zone,
        "EndedAt" timestamp(3) with time zone,
        "PolicyVersionId" uuid,
        "DuplicateOf" uuid,
        "WithdrawalReason" bytea,
        "TakenOver" boolean NOT NULL,
        "InformationDeclined" boolean NOT NULL,
        "HeldAt" timestamp(3) with time zone,
        "HeldBy" uuid,
        "HoldReason" bytea,
        "ErasedAt" timestamp(3) with time zone,
        "SealKey" bytea,
        "SealKeyBy" uuid,
        "StatKey" bigint,
        "StatMonth" integer,
        "StatUnit" bytea,
        "Assessment_Alarm" character varying(200),
        "Assessment_AvDuty" character varying(200),
        "Assessment_AvReason" bytea,
        "Assessment_Circumstances" character varying(4000),
        "Assessment_Danger" character varying(200),
        "Assessment_Injury" character varying(200),
        "Assessment_PoliceAssistance" character varying(200),
        "Assessment_RiskAssessedBefore" character varying(200),
        "Assessment_Staffing" character varying(200),
        "Assessment_Text" bytea,
        "Report_BypassManager" boolean NOT NULL,
        "Report_CampaignId" uuid,
        "Report_Channels" character varying(4000) NOT NULL,
        "Report_CounterpartAge" character varying(200),
        "Report_CounterpartCount" character varying(200),
        "Report_CounterpartIdentity" bytea,
        "Report_CounterpartIdentityGround" character varying(200),
        "Report_CounterpartRelation" character varying(200),
        "Report_CounterpartRepeat" character varying(200),
        "Report_CounterpartUserId" uuid,
        "Report_Description" bytea,
        "Report_Kinds" character varying(4000) NOT NULL,
        "Report_OccurredAt" timestamp(3) with time zone,
        "Report_OccurredPrecision" character varying(200) NOT NULL,
        "Report_OnDutyState" character varying(200),
        "Report_PerceivedSeverity" integer,
        "Report_Place" character varying(200),
        "Report_Platform" bytea,
        "Report_ProtectedIdentity" boolean NOT NULL,
        "Report_SafeNow" character varying(200),
        "Report_Consequences" bytea,
        "Report_HateMotives" bytea,
        "Report_WishedSupport" bytea,
        "Report_Situations" character varying(4000) NOT NULL,
        "Report_WishedContactBy" character varying(200),
        "Report_WishesText" bytea,
        CONSTRAINT "PK_Incidents" PRIMARY KEY ("Id"),
        CONSTRAINT "CK_Incidents_StatKey" CHECK ("StatKey" >= 0 AND "StatKey" < 4294967296),
        CONSTRAINT "FK_Incidents_EmployerKeys_SealKeyBy" FOREIGN KEY ("SealKeyBy") REFERENCES "EmployerKeys" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "RetentionRuns" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "On" date NOT NULL,
        "PolicyNumber" bigint NOT NULL,
        "State" character varying(40) NOT NULL,
        "ProposedBy" uuid NOT NULL,
        "ProposedAt" timestamp(3) with time zone NOT NULL,
        "SettledBy" uuid,
        "SettledAt" timestamp(3) with time zone,
        "Reason" bytea,
        "DoneAt" timestamp(3) with time zone,
        "Version" bigint NOT NULL,
        "SealKey" bytea,
        "SealKeyBy" uuid,
        CONSTRAINT "PK_RetentionRuns" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_RetentionRuns_EmployerKeys_SealKeyBy" FOREIGN KEY ("SealKeyBy") REFERENCES "EmployerKeys" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "Headcount" (
        "UnitId" uuid NOT NULL,
        "OccupationalGroup" character varying(60) NOT NULL,
        "Month" date NOT NULL,
        "EmployerId" uuid NOT NULL,
        "StaffHundredths" integer NOT NULL,
        "FteHundredths" integer,
        CONSTRAINT "PK_Headcount" PRIMARY KEY ("UnitId", "Month", "OccupationalGroup"),
        CONSTRAINT "FK_Headcount_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Headcount_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "MeasureRequests" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "UnitId" uuid NOT NULL,
        "IncidentId" uuid,
        "Text" bytea NOT NULL,
        "RequestedBy" uuid NOT NULL,
        "RequestedAt" timestamp(3) with time zone NOT NULL,
        "AnswerBy" date NOT NULL,
        "Answer" bytea,
        "AnsweredBy" uuid,
        "AnsweredAt" timestamp(3) with time zone,
        "Satisfied" boolean,
        "ClosedAt" timestamp(3) with time zone,
        "ForwardedToAvAt" timestamp(3) with time zone,
        "Version" bigint NOT NULL,
        "SealKey" bytea,
        "SealKeyBy" uuid,
        CONSTRAINT "PK_MeasureRequests" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_MeasureRequests_EmployerKeys_SealKeyBy" FOREIGN KEY ("SealKeyBy") REFERENCES "EmployerKeys" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_MeasureRequests_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "PulseAnswers" (
        "Id" uuid NOT NULL,
        "RoundId" uuid NOT NULL,
        "UnitId" uuid,
        "StatKey" bigint NOT NULL,
        "Exposure" integer NOT NULL,
        "Support" integer NOT NULL,
        "Prevention" integer NOT NULL,
        "LegalProtection" integer NOT NULL,
        "LegalKnowledge" integer NOT NULL,
        "MeasuresKnowledge" integer NOT NULL,
        "SupportKnowledge" integer NOT NULL,
        "OffDutySafety" integer NOT NULL,
        "Influence" integer NOT NULL,
        "OccupationalGroup" integer NOT NULL,
        CONSTRAINT "PK_PulseAnswers" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_PulseAnswers_PulseRounds_RoundId" FOREIGN KEY ("RoundId") REFERENCES "PulseRounds" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_PulseAnswers_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "PulseRoundUnits" (
        "RoundId" uuid NOT NULL,
        "UnitId" uuid NOT NULL,
        CONSTRAINT "PK_PulseRoundUnits" PRIMARY KEY ("RoundId", "UnitId"),
        CONSTRAINT "FK_PulseRoundUnits_PulseRounds_RoundId" FOREIGN KEY ("RoundId") REFERENCES "PulseRounds" ("Id") ON DELETE CASCADE,
        CONSTRAINT "FK_PulseRoundUnits_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "PulseTickets" (
        "Hash" character varying(64) NOT NULL,
        "RoundId" uuid NOT NULL,
        "UnitId" uuid,
        CONSTRAINT "PK_PulseTickets" PRIMARY KEY ("Hash"),
        CONSTRAINT "FK_PulseTickets_PulseRounds_RoundId" FOREIGN KEY ("RoundId") REFERENCES "PulseRounds" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_PulseTickets_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "SupportEntry" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "UnitId" uuid NOT NULL,
        "Position" integer NOT NULL,
        "Measure" character varying(60) NOT NULL,
        "Title" character varying(200) NOT NULL,
        "Contact" character varying(200),
        "Phone" character varying(60),
        "Hours" character varying(200),
        "Url" character varying(500),
        "Text" character varying(2000),
        CONSTRAINT "PK_SupportEntry" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_SupportEntry_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_SupportEntry_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "UnitWatches" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "UnitId" uuid NOT NULL,
        "WholeEmployer" boolean NOT NULL,
        "Kind" character varying(40) NOT NULL,
        "Level" character varying(40) NOT NULL,
        "Month" date NOT NULL,
        "OpenedAt" timestamp(3) with time zone NOT NULL,
        "Evidence" text NOT NULL,
        "AcknowledgedBy" uuid,
        "AcknowledgedAt" timestamp(3) with time zone,
        "Finding" character varying(40),
        "Note" bytea,
        "ResetAfter" date,
        "Version" bigint NOT NULL,
        "SealKey" bytea,
        "SealKeyBy" uuid,
        CONSTRAINT "PK_UnitWatches" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_UnitWatches_EmployerKeys_SealKeyBy" FOREIGN KEY ("SealKeyBy") REFERENCES "EmployerKeys" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_UnitWatches_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "WarningCharts" (
        "EmployerId" uuid NOT NULL,
        "UnitId" uuid NOT NULL,
        "WholeEmployer" boolean NOT NULL,
        "NotBefore" date,
        "BaselineFrom" date,
        "StartsOn" date,
        "BaselineEvents" bigint NOT NULL,
        "BaselineExposure" double precision NOT NULL,
        "Rate" double precision NOT NULL,
        "ExposureAtStart" double precision NOT NULL,
        "ExpectedAtStart" double precision NOT NULL,
        "Overdispersion" double precision NOT NULL,
        CONSTRAINT "PK_WarningCharts" PRIMARY KEY ("EmployerId", "UnitId", "WholeEmployer"),
        CONSTRAINT "FK_WarningCharts_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "WorkStops" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "UnitId" uuid NOT NULL,
        "IncidentId" uuid,
        "StartedBy" uuid NOT NULL,
        "StartedAt" timestamp(3) with time zone NOT NULL,
        "RecordedAt" timestamp(3) with time zone NOT NULL,
        "LoneWork" boolean NOT NULL,
        "Scope" bytea NOT NULL,
        "Grounds" bytea NOT NULL,
        "EmployerContactedAt" timestamp(3) with time zone,
        "AvContactedAt" timestamp(3) with time zone,
        "EndedAt" timestamp(3) with time zone,
        "Outcome" bytea,
        "Version" bigint NOT NULL,
        "SealKey" bytea,
        "SealKeyBy" uuid,
        CONSTRAINT "PK_WorkStops" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_WorkStops_EmployerKeys_SealKeyBy" FOREIGN KEY ("SealKeyBy") REFERENCES "EmployerKeys" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_WorkStops_Unit_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Unit" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentActions" (
        "Id" uuid NOT NULL,
        "Type" character varying(200) NOT NULL,
        "Description" bytea,
        "OwnerId" uuid NOT NULL,
        "DueOn" date,
        "RepTookPart" boolean NOT NULL,
        "CoSignedBy" uuid,
        "CoSignedAt" timestamp(3) with time zone,
        "ExpiresOn" date,
        "PlannedAt" timestamp(3) with time zone NOT NULL,
        "State" character varying(40) NOT NULL,
        "DoneAt" timestamp(3) with time zone,
        "EndedAt" timestamp(3) with time zone,
        "Reason" bytea,
        "Effect" character varying(200),
        "EffectCheckedAt" timestamp(3) with time zone,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentActions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentActions_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentAttachments" (
        "Id" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "By" uuid NOT NULL,
        "ByRole" character varying(40) NOT NULL,
        "Type" character varying(200) NOT NULL,
        "FileName" bytea NOT NULL,
        "MediaType" character varying(200) NOT NULL,
        "Size" bigint NOT NULL,
        "Sha256" character varying(64) NOT NULL,
        "FileKey" bytea NOT NULL,
        "CapturedAt" timestamp(3) with time zone,
        "CapturedBy" bytea,
        "Url" bytea,
        "AccountHandle" bytea,
        "Platform" bytea,
        "OriginalKeptWhere" bytea,
        "WitnessOfCapture" bytea,
        "Description" bytea,
        "Scan" character varying(40) NOT NULL,
        "ScannedAt" timestamp(3) with time zone,
        "ScanDueAt" timestamp(3) with time zone,
        "ScanAttempts" integer NOT NULL,
        "ScanFinding" character varying(200),
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentAttachments" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentAttachments_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentClosureAnswers" (
        "Id" uuid NOT NULL,
        "ProposalId" uuid NOT NULL,
        "ExposedId" uuid,
        "By" uuid NOT NULL,
        "ByRole" character varying(40) NOT NULL,
        "Agrees" boolean NOT NULL,
        "Comment" bytea,
        "At" timestamp(3) with time zone NOT NULL,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentClosureAnswers" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentClosureAnswers_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentClosureProposals" (
        "Id" uuid NOT NULL,
        "Reason" character varying(200) NOT NULL,
        "Summary" bytea,
        "Receiver" bytea,
        "ProposedAt" timestamp(3) with time zone NOT NULL,
        "ProposedBy" uuid NOT NULL,
        "SettledAt" timestamp(3) with time zone,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentClosureProposals" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentClosureProposals_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentCorrections" (
        "Id" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "By" uuid NOT NULL,
        "Field" character varying(200) NOT NULL,
        "Before" bytea,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentCorrections" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentCorrections_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentExclusions" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "By" uuid NOT NULL,
        "ByRole" character varying(40) NOT NULL,
        "Reason" bytea NOT NULL,
        "LiftedAt" timestamp(3) with time zone,
        "LiftedBy" uuid,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentExclusions" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentExclusions_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentExposed" (
        "Id" uuid NOT NULL,
        "UserId" uuid,
        "Role" character varying(200) NOT NULL,
        "OccupationalGroup" character varying(200),
        "SharesConsequencesWithRepresentative" boolean NOT NULL,
        "SharesRatingsWithManager" boolean NOT NULL,
        "SharesRatingsWithRepresentative" boolean NOT NULL,
        "IncidentId" uuid NOT NULL,
        "StatKey" bigint,
        CONSTRAINT "PK_IncidentExposed" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentExposed_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentFollowUps" (
        "Id" uuid NOT NULL,
        "Rule" character varying(200) NOT NULL,
        "Day" integer NOT NULL,
        "DueAt" timestamp(3) with time zone NOT NULL,
        "HeldAt" timestamp(3) with time zone,
        "SettledAt" timestamp(3) with time zone,
        "SettledBy" uuid,
        "Declined" boolean NOT NULL,
        "NewRisks" boolean,
        "Summary" bytea,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentFollowUps" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentFollowUps_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentInfluences" (
        "Id" uuid NOT NULL,
        "ExposedId" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "Purpose" bytea,
        "Outcomes" bytea,
        "Intervention" bytea,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentInfluences" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentInfluences_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentNotes" (
        "Id" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "By" uuid NOT NULL,
        "ByRole" character varying(40) NOT NULL,
        "Text" bytea NOT NULL,
        "Audience" character varying(200) NOT NULL,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentNotes" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentNotes_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentNotices" (
        "Id" uuid NOT NULL,
        "Addressee" character varying(200) NOT NULL,
        "Status" character varying(200) NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "RecordedAt" timestamp(3) with time zone NOT NULL,
        "RecordedBy" uuid NOT NULL,
        "Reason" bytea,
        "Reference" bytea,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentNotices" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentNotices_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentOnwardDisclosures" (
        "Id" uuid NOT NULL,
        "IncidentId" uuid NOT NULL,
        "ToWhom" character varying(200) NOT NULL,
        "On" date NOT NULL,
        "By" uuid NOT NULL,
        "RecordedAt" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_IncidentOnwardDisclosures" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentOnwardDisclosures_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentPoliceEvents" (
        "Id" uuid NOT NULL,
        "Status" character varying(40) NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "RecordedAt" timestamp(3) with time zone NOT NULL,
        "RecordedBy" uuid NOT NULL,
        "Source" character varying(200) NOT NULL,
        "CaseNumber" bytea,
        "ReportedBy" character varying(200),
        "Reasons" character varying(4000) NOT NULL,
        "ExposedAgrees" character varying(200),
        "ReviewOn" date,
        "TrialOn" date,
        "Note" bytea,
        "Corrects" uuid,
        "IsCorrected" boolean NOT NULL,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentPoliceEvents" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentPoliceEvents_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentReveals" (
        "Id" uuid NOT NULL,
        "At" timestamp(3) with time zone NOT NULL,
        "By" uuid NOT NULL,
        "ByRole" character varying(40) NOT NULL,
        "Reason" bytea NOT NULL,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentReveals" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentReveals_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentSupportOffers" (
        "Id" uuid NOT NULL,
        "ExposedId" uuid,
        "Measure" character varying(200) NOT NULL,
        "Note" bytea,
        "OfferedAt" timestamp(3) with time zone NOT NULL,
        "OfferedBy" uuid NOT NULL,
        "Answer" character varying(200),
        "AnsweredAt" timestamp(3) with time zone,
        "DeliveredAt" timestamp(3) with time zone,
        "CompletedAt" timestamp(3) with time zone,
        "ExpiresOn" date,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentSupportOffers" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentSupportOffers_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentSupportRatings" (
        "Id" uuid NOT NULL,
        "ExposedId" uuid NOT NULL,
        "Adequacy" character varying(200) NOT NULL,
        "Comment" bytea,
        "At" timestamp(3) with time zone NOT NULL,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentSupportRatings" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentSupportRatings_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "IncidentTakedowns" (
        "Id" uuid NOT NULL,
        "AttachmentId" uuid,
        "Platform" bytea NOT NULL,
        "Url" bytea,
        "Reference" bytea,
        "RequestedAt" timestamp(3) with time zone NOT NULL,
        "RecordedAt" timestamp(3) with time zone NOT NULL,
        "RecordedBy" uuid NOT NULL,
        "Answer" character varying(200),
        "AnsweredAt" timestamp(3) with time zone,
        "Note" bytea,
        "IncidentId" uuid NOT NULL,
        CONSTRAINT "PK_IncidentTakedowns" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_IncidentTakedowns_Incidents_IncidentId" FOREIGN KEY ("IncidentId") REFERENCES "Incidents" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "RetentionItems" (
        "Id" uuid NOT NULL,
        "RunId" uuid NOT NULL,
        "Rule" character varying(40) NOT NULL,
        "SubjectId" uuid NOT NULL,
        "IncidentId" uuid,
        "SubjectVersion" bigint NOT NULL,
        "State" character varying(40) NOT NULL,
        "SettledAt" timestamp(3) with time zone,
        CONSTRAINT "PK_RetentionItems" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_RetentionItems_RetentionRuns_RunId" FOREIGN KEY ("RunId") REFERENCES "RetentionRuns" ("Id") ON DELETE CASCADE
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "CalendarLink" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "Hash" character varying(64) NOT NULL,
        "CreatedAt" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_CalendarLink" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_CalendarLink_Person_UserId" FOREIGN KEY ("UserId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE TABLE "SavedView" (
        "Id" uuid NOT NULL,
        "UserId" uuid NOT NULL,
        "Name" character varying(60) NOT NULL,
        "State" character varying(200),
        "Kind" character varying(200),
        "Unit" uuid,
        "Responsible" character varying(200),
        "Overdue" boolean,
        "From" date,
        "To" date,
        "SavedAt" timestamp(3) with time zone NOT NULL,
        CONSTRAINT "PK_SavedView" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_SavedView_Person_UserId" FOREIGN KEY ("UserId") REFERENCES "Person" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
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
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Absence_UserId" ON "Absence" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_AccessToken_Hash" ON "AccessToken" ("Hash");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_AccessToken_UserId" ON "AccessToken" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "EmailIndex" ON "Account" ("NormalizedEmail");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "UserNameIndex" ON "Account" ("NormalizedUserName");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_AccountClaim_UserId" ON "AccountClaim" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_AccountLogin_UserId" ON "AccountLogin" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_AccountPasskey_UserId" ON "AccountPasskey" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_CalendarLink_Hash" ON "CalendarLink" ("Hash");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_CalendarLink_UserId" ON "CalendarLink" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Campaign_Code" ON "Campaign" ("Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Campaign_EmployerId" ON "Campaign" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_DigestItems_DedupKey" ON "DigestItems" ("DedupKey");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_DigestItems_IncidentId_Rule" ON "DigestItems" ("IncidentId", "Rule");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_DigestItems_OutboxMessageId_Day" ON "DigestItems" ("OutboxMessageId", "Day");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_EmployerKeys_EmployerId_Number" ON "EmployerKeys" ("EmployerId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_FeedbackMessages_At" ON "FeedbackMessages" ("At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_FeedbackMessages_EmployerId" ON "FeedbackMessages" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_FeedbackMessages_SealKeyBy" ON "FeedbackMessages" ("SealKeyBy");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_FollowUpPolicyVersions_EmployerId_Number" ON "FollowUpPolicyVersions" ("EmployerId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Headcount_EmployerId_Month" ON "Headcount" ("EmployerId", "Month");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IdempotencyRecord_CreatedAt" ON "IdempotencyRecord" ("CreatedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IdempotencyRecord_SealKeyBy" ON "IdempotencyRecord" ("SealKeyBy");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_IdempotencyRecord_UserId_KeyHash" ON "IdempotencyRecord" ("UserId", "KeyHash");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentActions_IncidentId" ON "IncidentActions" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentAttachments_IncidentId" ON "IncidentAttachments" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentAttachments_ScanDueAt" ON "IncidentAttachments" ("ScanDueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentClosureAnswers_IncidentId" ON "IncidentClosureAnswers" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentClosureProposals_IncidentId" ON "IncidentClosureProposals" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentCorrections_IncidentId" ON "IncidentCorrections" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentExclusions_IncidentId" ON "IncidentExclusions" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentExclusions_UserId" ON "IncidentExclusions" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentExposed_IncidentId" ON "IncidentExposed" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentExposed_UserId" ON "IncidentExposed" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentFollowUps_IncidentId" ON "IncidentFollowUps" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentInfluences_IncidentId" ON "IncidentInfluences" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentNotes_IncidentId" ON "IncidentNotes" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentNotices_IncidentId" ON "IncidentNotices" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentOnwardDisclosures_IncidentId" ON "IncidentOnwardDisclosures" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentPoliceEvents_IncidentId" ON "IncidentPoliceEvents" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentReveals_IncidentId" ON "IncidentReveals" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Incidents_DuplicateOf" ON "Incidents" ("DuplicateOf");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_Incidents_EmployerId_Number" ON "Incidents" ("EmployerId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Incidents_EmployerId_State_SubmittedAt" ON "Incidents" ("EmployerId", "State", "SubmittedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Incidents_EmployerId_SubmittedAt" ON "Incidents" ("EmployerId", "SubmittedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Incidents_HandlerId" ON "Incidents" ("HandlerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Incidents_OversightUnitId" ON "Incidents" ("OversightUnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Incidents_ReporterId" ON "Incidents" ("ReporterId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Incidents_SealKeyBy" ON "Incidents" ("SealKeyBy");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Incidents_UnitId_State_SubmittedAt" ON "Incidents" ("UnitId", "State", "SubmittedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentSupportOffers_IncidentId" ON "IncidentSupportOffers" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentSupportRatings_IncidentId" ON "IncidentSupportRatings" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_IncidentTakedowns_IncidentId" ON "IncidentTakedowns" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_LogEntry_EmployerId_ActorId_At" ON "LogEntry" ("EmployerId", "ActorId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_LogEntry_EmployerId_At" ON "LogEntry" ("EmployerId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_LogEntry_EmployerId_Id" ON "LogEntry" ("EmployerId", "Id") WHERE "Seq" IS NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_LogEntry_EmployerId_Seq" ON "LogEntry" ("EmployerId", "Seq") WHERE "Seq" IS NOT NULL;
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_LogEntry_IncidentId_At" ON "LogEntry" ("IncidentId", "At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_MeasureRequests_EmployerId_RequestedAt" ON "MeasureRequests" ("EmployerId", "RequestedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_MeasureRequests_SealKeyBy" ON "MeasureRequests" ("SealKeyBy");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_MeasureRequests_UnitId" ON "MeasureRequests" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Obligations_EmployerId" ON "Obligations" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Obligations_IncidentId" ON "Obligations" ("IncidentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Obligations_NextStepAt" ON "Obligations" ("NextStepAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Obligations_ResponsibleUserId_DueAt" ON "Obligations" ("ResponsibleUserId", "DueAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_Obligations_SubjectId_Key" ON "Obligations" ("SubjectId", "Key");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_OutboxMessages_DedupKey" ON "OutboxMessages" ("DedupKey");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_OutboxMessages_EmployerId_Id" ON "OutboxMessages" ("EmployerId", "Id");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_OutboxMessages_State_NextAttemptAt" ON "OutboxMessages" ("State", "NextAttemptAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Person_EmployerId" ON "Person" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Person_HomeUnitId" ON "Person" ("HomeUnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_PulseAnswers_RoundId" ON "PulseAnswers" ("RoundId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_PulseAnswers_UnitId" ON "PulseAnswers" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_PulseRounds_EmployerId" ON "PulseRounds" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_PulseRounds_NextStepAt" ON "PulseRounds" ("NextStepAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_PulseRoundUnits_UnitId" ON "PulseRoundUnits" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_PulseTickets_RoundId" ON "PulseTickets" ("RoundId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_PulseTickets_UnitId" ON "PulseTickets" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_RetentionItems_RunId_State" ON "RetentionItems" ("RunId", "State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_RetentionPolicyVersions_EmployerId_Number" ON "RetentionPolicyVersions" ("EmployerId", "Number");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_RetentionRuns_EmployerId_ProposedAt" ON "RetentionRuns" ("EmployerId", "ProposedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_RetentionRuns_SealKeyBy" ON "RetentionRuns" ("SealKeyBy");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_RetentionRuns_State" ON "RetentionRuns" ("State");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_RoleAssignment_UnitId" ON "RoleAssignment" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_RoleAssignment_UserId" ON "RoleAssignment" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_SavedView_UserId_Name" ON "SavedView" ("UserId", "Name");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_StatPlace_EmployerId_Year" ON "StatPlace" ("EmployerId", "Year");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_StatReconciliation_At" ON "StatReconciliation" ("At");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_StatRelease_Year_Month_Stage" ON "StatRelease" ("Year", "Month", "Stage");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_StatTotal_Fact_Period_NodeId" ON "StatTotal" ("Fact", "Period", "NodeId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_SupportEntry_EmployerId" ON "SupportEntry" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_SupportEntry_UnitId" ON "SupportEntry" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Unit_EmployerId" ON "Unit" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_Unit_ParentId" ON "Unit" ("ParentId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE UNIQUE INDEX "IX_UnitWatches_EmployerId_UnitId_WholeEmployer_Kind_Month" ON "UnitWatches" ("EmployerId", "UnitId", "WholeEmployer", "Kind", "Month");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_UnitWatches_SealKeyBy" ON "UnitWatches" ("SealKeyBy");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_UnitWatches_UnitId" ON "UnitWatches" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_UserSession_UserId" ON "UserSession" ("UserId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_WarningCharts_UnitId" ON "WarningCharts" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_WorkStops_EmployerId_StartedAt" ON "WorkStops" ("EmployerId", "StartedAt");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_WorkStops_SealKeyBy" ON "WorkStops" ("SealKeyBy");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    CREATE INDEX "IX_WorkStops_UnitId" ON "WorkStops" ("UnitId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122065438_Initial') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122065438_Initial', '10.0.14');
    END IF;
END $EF$;
COMMIT;

START TRANSACTION;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122095906_SealCampaigns') THEN
    CREATE TABLE "Campaigns" (
        "Id" uuid NOT NULL,
        "EmployerId" uuid NOT NULL,
        "Name" bytea NOT NULL,
        "Code" character varying(40),
        "FirstSeen" date NOT NULL,
        "LastSeen" date,
        "Version" bigint NOT NULL,
        "Platforms" bytea,
        "SealKey" bytea,
        "SealKeyBy" uuid,
        CONSTRAINT "PK_Campaigns" PRIMARY KEY ("Id"),
        CONSTRAINT "FK_Campaigns_EmployerKeys_SealKeyBy" FOREIGN KEY ("SealKeyBy") REFERENCES "EmployerKeys" ("Id") ON DELETE RESTRICT,
        CONSTRAINT "FK_Campaigns_Employer_EmployerId" FOREIGN KEY ("EmployerId") REFERENCES "Employer" ("Id") ON DELETE RESTRICT
    );
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122095906_SealCampaigns') THEN
    CREATE INDEX "IX_Campaigns_Code" ON "Campaigns" ("Code");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122095906_SealCampaigns') THEN
    CREATE INDEX "IX_Campaigns_EmployerId" ON "Campaigns" ("EmployerId");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122095906_SealCampaigns') THEN
    CREATE INDEX "IX_Campaigns_SealKeyBy" ON "Campaigns" ("SealKeyBy");
    END IF;
END $EF$;

DO $EF$
BEGIN
    IF NOT EXISTS(SELECT 1 FROM "__EFMigrationsHistory" WHERE "MigrationId" = '20261122095906_SealCampaigns') THEN
    INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
    VALUES ('20261122095906_SealCampaigns', '10.0.14');
    END IF;
END $EF$;
COMMIT;

