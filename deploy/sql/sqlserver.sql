IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Account] (
        [Id] uniqueidentifier NOT NULL,
        [UserName] nvarchar(254) NULL,
        [NormalizedUserName] nvarchar(254) NULL,
        [Email] nvarchar(254) NULL,
        [NormalizedEmail] nvarchar(254) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(500) NULL,
        [SecurityStamp] nvarchar(200) NULL,
        [ConcurrencyStamp] nvarchar(200) NULL,
        [PhoneNumber] nvarchar(256) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetimeoffset(3) NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_Account] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [DataProtectionKey] (
        [Id] uniqueidentifier NOT NULL,
        [FriendlyName] nvarchar(100) NOT NULL,
        [Xml] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_DataProtectionKey] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [DigestItems] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [RecipientId] uniqueidentifier NOT NULL,
        [Day] date NOT NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        [Number] nvarchar(20) NOT NULL,
        [Rule] nvarchar(40) NOT NULL,
        [Step] nvarchar(90) NOT NULL,
        [DueAt] datetimeoffset(3) NULL,
        [LinkPath] nvarchar(300) NULL,
        [DedupKey] varchar(200) NOT NULL,
        [OutboxMessageId] uniqueidentifier NULL,
        CONSTRAINT [PK_DigestItems] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Doomed] (
        [Id] uniqueidentifier NOT NULL,
        [ShareFile] uniqueidentifier NULL,
        [SharePlace] int NULL,
        [EvidenceFile] uniqueidentifier NULL,
        CONSTRAINT [PK_Doomed] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Employer] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Name] nvarchar(200) COLLATE Finnish_Swedish_100_CI_AS NOT NULL,
        [Sector] nvarchar(40) NOT NULL,
        [County] nvarchar(10) NULL,
        [TimeZone] nvarchar(60) NOT NULL,
        [DefaultLanguage] nvarchar(2) NOT NULL,
        [SharesWithUnion] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Employer] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [EmployerKeys] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Wrapped] varbinary(100) NOT NULL,
        [MasterId] varchar(12) NOT NULL,
        CONSTRAINT [PK_EmployerKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [LogChain] (
        [EmployerId] uniqueidentifier NOT NULL,
        [Seq] bigint NOT NULL,
        [Hash] varbinary(32) NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [Form] int NOT NULL,
        CONSTRAINT [PK_LogChain] PRIMARY KEY ([EmployerId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [LogCheck] (
        [EmployerId] uniqueidentifier NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [Entries] bigint NOT NULL,
        [Until] datetimeoffset(3) NULL,
        [Fault] nvarchar(40) NULL,
        [FaultSeq] bigint NULL,
        [FaultEntry] uniqueidentifier NULL,
        CONSTRAINT [PK_LogCheck] PRIMARY KEY ([EmployerId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [LogEntry] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [ActorId] uniqueidentifier NULL,
        [ActorRole] nvarchar(40) NULL,
        [CaseRole] nvarchar(40) NULL,
        [FieldGroup] nvarchar(40) NULL,
        [Action] nvarchar(60) NOT NULL,
        [IncidentId] uniqueidentifier NULL,
        [About] uniqueidentifier NULL,
        [Fields] nvarchar(1000) NOT NULL,
        [Group] nvarchar(40) NOT NULL,
        [Seq] bigint NULL,
        [Hash] varbinary(32) NULL,
        CONSTRAINT [PK_LogEntry] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [TR_LogEntry_Delete] ON [LogEntry] AFTER DELETE AS
    BEGIN SET NOCOUNT ON; IF EXISTS (SELECT 1 FROM deleted) BEGIN ROLLBACK; THROW 51000, ''The log is only ever added to.'', 1; END END');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    EXEC(N'CREATE TRIGGER [TR_LogEntry_Update] ON [LogEntry] AFTER UPDATE AS
    BEGIN SET NOCOUNT ON;
    IF UPDATE([Id]) OR EXISTS (
        SELECT 1 FROM deleted d JOIN inserted i ON i.[Id] = d.[Id]
        WHERE d.[Seq] IS NOT NULL OR d.[Hash] IS NOT NULL OR i.[Seq] IS NULL OR i.[Hash] IS NULL
            OR EXISTS (SELECT i.[Id], i.[EmployerId], i.[At], i.[ActorId], i.[ActorRole], i.[CaseRole], i.[FieldGroup], i.[Action], i.[IncidentId], i.[About], i.[Fields], i.[Group] EXCEPT SELECT d.[Id], d.[EmployerId], d.[At], d.[ActorId], d.[ActorRole], d.[CaseRole], d.[FieldGroup], d.[Action], d.[IncidentId], d.[About], d.[Fields], d.[Group]))
    BEGIN ROLLBACK; THROW 51000, ''The log is only ever added to.'', 1; END END');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [OutboxMessages] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [RecipientId] uniqueidentifier NOT NULL,
        [RecipientAs] nvarchar(40) NULL,
        [IncidentId] uniqueidentifier NULL,
        [Number] nvarchar(20) NULL,
        [Rule] nvarchar(40) NOT NULL,
        [Step] nvarchar(90) NOT NULL,
        [DedupKey] varchar(200) NOT NULL,
        [ThreadKey] varchar(200) NOT NULL,
        [Template] nvarchar(40) NOT NULL,
        [DueAt] datetimeoffset(3) NULL,
        [LinkPath] nvarchar(300) NULL,
        [SealedLink] varchar(500) NULL,
        [BookedAt] datetimeoffset(3) NULL,
        [State] nvarchar(20) NOT NULL,
        [ClaimedBy] nvarchar(40) NULL,
        [ClaimedUntil] datetimeoffset(3) NULL,
        [Attempts] int NOT NULL,
        [NextAttemptAt] datetimeoffset(3) NOT NULL,
        [CreatedAt] datetimeoffset(3) NOT NULL,
        [SentAt] datetimeoffset(3) NULL,
        [MessageId] nvarchar(200) NULL,
        [FaultPhase] nvarchar(40) NULL,
        [FaultCode] int NULL,
        CONSTRAINT [PK_OutboxMessages] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [PersonYear] (
        [Year] int NOT NULL,
        [PersonRef] binary(16) NOT NULL,
        [UnitId] binary(16) NOT NULL,
        [OccupationalGroup] int NOT NULL,
        [IncidentCount] int NOT NULL,
        [StatKey] bigint NOT NULL,
        CONSTRAINT [PK_PersonYear] PRIMARY KEY ([Year], [PersonRef]),
        CONSTRAINT [CK_PersonYear_StatKey] CHECK ("StatKey" >= 0 AND "StatKey" < 4294967296)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [ReleaseFact] (
        [Stage] int NOT NULL,
        [Fact] int NOT NULL,
        [UnitId] binary(16) NOT NULL,
        [Month] int NOT NULL,
        [Seq] int NOT NULL,
        [Combo] int NOT NULL,
        [Flags] bigint NOT NULL,
        [StatKey] bigint NOT NULL,
        CONSTRAINT [PK_ReleaseFact] PRIMARY KEY ([Stage], [Fact], [Month], [UnitId], [Seq]),
        CONSTRAINT [CK_ReleaseFact_StatKey] CHECK ("StatKey" >= 0 AND "StatKey" < 4294967296)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [SignInFailures] (
        [Key] nvarchar(64) NOT NULL,
        [Count] int NOT NULL,
        [LastAt] datetimeoffset(3) NOT NULL,
        [LockedUntil] datetimeoffset(3) NULL,
        CONSTRAINT [PK_SignInFailures] PRIMARY KEY ([Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [StatCube] (
        [Fact] int NOT NULL,
        [NodeId] binary(16) NOT NULL,
        [Period] int NOT NULL,
        [Combo] int NOT NULL,
        [N] bigint NOT NULL,
        [KeySum] bigint NOT NULL,
        CONSTRAINT [PK_StatCube] PRIMARY KEY ([Fact], [NodeId], [Period], [Combo])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [StatFact] (
        [Fact] int NOT NULL,
        [Month] int NOT NULL,
        [UnitId] binary(16) NOT NULL,
        [SourceId] binary(16) NOT NULL,
        [Combo] int NOT NULL,
        [Flags] bigint NOT NULL,
        [StatKey] bigint NOT NULL,
        [PersonId] binary(16) NULL,
        [PersonRef] binary(16) NULL,
        CONSTRAINT [PK_StatFact] PRIMARY KEY ([Fact], [Month], [UnitId], [SourceId]),
        CONSTRAINT [CK_StatFact_StatKey] CHECK ("StatKey" >= 0 AND "StatKey" < 4294967296)
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [StatMargin] (
        [Fact] int NOT NULL,
        [NodeId] binary(16) NOT NULL,
        [Indicator] int NOT NULL,
        [Period] int NOT NULL,
        [Class] int NOT NULL,
        [N] bigint NOT NULL,
        [KeySum] bigint NOT NULL,
        CONSTRAINT [PK_StatMargin] PRIMARY KEY ([Fact], [NodeId], [Indicator], [Period], [Class])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [StatPlace] (
        [Year] int NOT NULL,
        [UnitId] binary(16) NOT NULL,
        [EmployerId] binary(16) NOT NULL,
        [Sector] nvarchar(200) NOT NULL,
        [County] nvarchar(200) NULL,
        CONSTRAINT [PK_StatPlace] PRIMARY KEY ([Year], [UnitId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [StatReconciliation] (
        [Id] uniqueidentifier NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [Compared] int NOT NULL,
        [Mismatches] int NOT NULL,
        [Where] nvarchar(2000) NOT NULL,
        CONSTRAINT [PK_StatReconciliation] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [StatRelease] (
        [ReleaseId] uniqueidentifier NOT NULL,
        [Stage] int NOT NULL,
        [Year] int NOT NULL,
        [Month] int NOT NULL,
        [BuiltAt] datetimeoffset(3) NOT NULL,
        [TableId] nvarchar(200) NOT NULL,
        [KeyId] nvarchar(200) NOT NULL,
        [OrgVersion] int NOT NULL,
        [CodebookVersion] int NOT NULL,
        [FactCount] bigint NOT NULL,
        [FactKeySum] bigint NOT NULL,
        CONSTRAINT [PK_StatRelease] PRIMARY KEY ([ReleaseId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [StatTotal] (
        [Fact] int NOT NULL,
        [NodeId] binary(16) NOT NULL,
        [Period] int NOT NULL,
        [N] bigint NOT NULL,
        [KeySum] bigint NOT NULL,
        CONSTRAINT [PK_StatTotal] PRIMARY KEY ([Fact], [NodeId], [Period])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [AccountClaim] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(200) NULL,
        [ClaimValue] nvarchar(200) NULL,
        CONSTRAINT [PK_AccountClaim] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AccountClaim_Account_UserId] FOREIGN KEY ([UserId]) REFERENCES [Account] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [AccountLogin] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(200) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AccountLogin] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AccountLogin_Account_UserId] FOREIGN KEY ([UserId]) REFERENCES [Account] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [AccountPasskey] (
        [CredentialId] varbinary(800) NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AccountPasskey] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_AccountPasskey_Account_UserId] FOREIGN KEY ([UserId]) REFERENCES [Account] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [AccountToken] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(1000) NULL,
        CONSTRAINT [PK_AccountToken] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AccountToken_Account_UserId] FOREIGN KEY ([UserId]) REFERENCES [Account] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Campaign] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) COLLATE Finnish_Swedish_100_CI_AS NOT NULL,
        [Code] nvarchar(40) NULL,
        [FirstSeen] date NOT NULL,
        [LastSeen] date NULL,
        [Platforms] nvarchar(1000) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Campaign] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Campaign_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [CaseCounter] (
        [EmployerId] uniqueidentifier NOT NULL,
        [Year] int NOT NULL,
        [Last] int NOT NULL,
        CONSTRAINT [PK_CaseCounter] PRIMARY KEY ([EmployerId], [Year]),
        CONSTRAINT [FK_CaseCounter_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [FollowUpPolicyVersions] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [Number] bigint NOT NULL,
        [ValidFrom] datetimeoffset(3) NOT NULL,
        [ChangedBy] uniqueidentifier NOT NULL,
        [Json] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_FollowUpPolicyVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FollowUpPolicyVersions_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Obligations] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [SubjectKind] nvarchar(40) NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [IncidentId] uniqueidentifier NULL,
        [Key] varchar(60) NOT NULL,
        [Rule] varchar(40) NOT NULL,
        [About] uniqueidentifier NULL,
        [ClockStart] datetimeoffset(3) NOT NULL,
        [DueAt] datetimeoffset(3) NOT NULL,
        [ResponsibleParty] nvarchar(40) NOT NULL,
        [OwnerId] uniqueidentifier NULL,
        [ResponsibleUserId] uniqueidentifier NULL,
        [DoneAt] datetimeoffset(3) NULL,
        [CancelledAt] datetimeoffset(3) NULL,
        [IsInformation] bit NOT NULL,
        [NextStepAt] datetimeoffset(3) NULL,
        [StepsTakenUntil] datetimeoffset(3) NULL,
        [Steps] varchar(max) NOT NULL,
        [Revision] int NOT NULL,
        CONSTRAINT [PK_Obligations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Obligations_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [PulseRounds] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) NOT NULL,
        [OpensOn] date NOT NULL,
        [ClosesOn] date NOT NULL,
        [OpensAt] datetimeoffset(3) NOT NULL,
        [InviteAt] datetimeoffset(3) NOT NULL,
        [RemindAt] datetimeoffset(3) NULL,
        [ClosesAt] datetimeoffset(3) NOT NULL,
        [NextStepAt] datetimeoffset(3) NULL,
        [InvitedAt] datetimeoffset(3) NULL,
        [ClosedAt] datetimeoffset(3) NULL,
        [TableId] nvarchar(200) NULL,
        [KeyId] nvarchar(200) NULL,
        [Invited] int NOT NULL,
        [LinkKey] varbinary(32) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_PulseRounds] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PulseRounds_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [RetentionPolicyVersions] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [Number] bigint NOT NULL,
        [ValidFrom] date NOT NULL,
        [ChangedAt] datetimeoffset(3) NOT NULL,
        [ChangedBy] uniqueidentifier NOT NULL,
        [Json] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_RetentionPolicyVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RetentionPolicyVersions_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Unit] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [ParentId] uniqueidentifier NULL,
        [Name] nvarchar(200) COLLATE Finnish_Swedish_100_CI_AS NOT NULL,
        [RoutineReviewedOn] date NULL,
        [LastDrillOn] date NULL,
        [IsClosed] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Unit] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Unit_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Unit_Unit_ParentId] FOREIGN KEY ([ParentId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [WarningRuns] (
        [EmployerId] uniqueidentifier NOT NULL,
        [Month] date NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_WarningRuns] PRIMARY KEY ([EmployerId], [Month]),
        CONSTRAINT [FK_WarningRuns_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [FeedbackMessages] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NULL,
        [At] datetimeoffset(3) NOT NULL,
        [Text] varbinary(max) NOT NULL,
        [Contact] varbinary(max) NULL,
        [SealKey] varbinary(80) NULL,
        [SealKeyBy] uniqueidentifier NULL,
        CONSTRAINT [PK_FeedbackMessages] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FeedbackMessages_EmployerKeys_SealKeyBy] FOREIGN KEY ([SealKeyBy]) REFERENCES [EmployerKeys] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FeedbackMessages_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IdempotencyRecord] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [KeyHash] nvarchar(64) NOT NULL,
        [RequestHash] nvarchar(64) NOT NULL,
        [Answer] varbinary(max) NOT NULL,
        [Cases] varchar(2000) NOT NULL,
        [CreatedAt] datetimeoffset(3) NOT NULL,
        [SealKey] varbinary(80) NULL,
        [SealKeyBy] uniqueidentifier NULL,
        CONSTRAINT [PK_IdempotencyRecord] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IdempotencyRecord_EmployerKeys_SealKeyBy] FOREIGN KEY ([SealKeyBy]) REFERENCES [EmployerKeys] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Incidents] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [OversightUnitId] uniqueidentifier NULL,
        [Number] varchar(20) NULL,
        [State] nvarchar(40) NOT NULL,
        [Version] bigint NOT NULL,
        [ReporterId] uniqueidentifier NOT NULL,
        [HandlerId] uniqueidentifier NULL,
        [CreatedAt] datetimeoffset(3) NOT NULL,
        [SubmittedAt] datetimeoffset(3) NULL,
        [AcknowledgedAt] datetimeoffset(3) NULL,
        [AssessedAt] datetimeoffset(3) NULL,
        [InjuryKnownAt] datetimeoffset(3) NULL,
        [ClosedAt] datetimeoffset(3) NULL,
        [EndedAt] datetimeoffset(3) NULL,
        [PolicyVersionId] uniqueidentifier NULL,
        [DuplicateOf] uniqueidentifier NULL,
        [WithdrawalReason] varbinary(max) NULL,
        [TakenOver] bit NOT NULL,
        [InformationDeclined] bit NOT NULL,
        [HeldAt] datetimeoffset(3) NULL,
        [HeldBy] uniqueidentifier NULL,
        [HoldReason] varbinary(max) NULL,
        [ErasedAt] datetimeoffset(3) NULL,
        [SealKey] varbinary(80) NULL,
        [SealKeyBy] uniqueidentifier NULL,
        [StatKey] bigint NULL,
        [StatMonth] int NULL,
        [StatUnit] binary(16) NULL,
        [Assessment_Alarm] nvarchar(200) NULL,
        [Assessment_AvDuty] nvarchar(200) NULL,
        [Assessment_AvReason] varbinary(max) NULL,
        [Assessment_Circumstances] nvarchar(4000) NULL,
        [Assessment_Danger] nvarchar(200) NULL,
        [Assessment_Injury] nvarchar(200) NULL,
        [Assessment_PoliceAssistance] nvarchar(200) NULL,
        [Assessment_RiskAssessedBefore] nvarchar(200) NULL,
        [Assessment_Staffing] nvarchar(200) NULL,
        [Assessment_Text] varbinary(max) NULL,
        [Report_BypassManager] bit NOT NULL,
        [Report_CampaignId] uniqueidentifier NULL,
        [Report_Channels] nvarchar(4000) NOT NULL,
        [Report_CounterpartAge] nvarchar(200) NULL,
        [Report_CounterpartCount] nvarchar(200) NULL,
        [Report_CounterpartIdentity] varbinary(max) NULL,
        [Report_CounterpartIdentityGround] nvarchar(200) NULL,
        [Report_CounterpartRelation] nvarchar(200) NULL,
        [Report_CounterpartRepeat] nvarchar(200) NULL,
        [Report_CounterpartUserId] uniqueidentifier NULL,
        [Report_Description] varbinary(max) NULL,
        [Report_Kinds] nvarchar(4000) NOT NULL,
        [Report_OccurredAt] datetimeoffset(3) NULL,
        [Report_OccurredPrecision] nvarchar(200) NOT NULL,
        [Report_OnDutyState] nvarchar(200) NULL,
        [Report_PerceivedSeverity] int NULL,
        [Report_Place] nvarchar(200) NULL,
        [Report_Platform] varbinary(max) NULL,
        [Report_ProtectedIdentity] bit NOT NULL,
        [Report_SafeNow] nvarchar(200) NULL,
        [Report_Consequences] varbinary(max) NULL,
        [Report_HateMotives] varbinary(max) NULL,
        [Report_WishedSupport] varbinary(max) NULL,
        [Report_Situations] nvarchar(4000) NOT NULL,
        [Report_WishedContactBy] nvarchar(200) NULL,
        [Report_WishesText] varbinary(max) NULL,
        CONSTRAINT [PK_Incidents] PRIMARY KEY ([Id]),
        CONSTRAINT [CK_Incidents_StatKey] CHECK ("StatKey" >= 0 AND "StatKey" < 4294967296),
        CONSTRAINT [FK_Incidents_EmployerKeys_SealKeyBy] FOREIGN KEY ([SealKeyBy]) REFERENCES [EmployerKeys] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [RetentionRuns] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [On] date NOT NULL,
        [PolicyNumber] bigint NOT NULL,
        [State] nvarchar(40) NOT NULL,
        [ProposedBy] uniqueidentifier NOT NULL,
        [ProposedAt] datetimeoffset(3) NOT NULL,
        [SettledBy] uniqueidentifier NULL,
        [SettledAt] datetimeoffset(3) NULL,
        [Reason] varbinary(max) NULL,
        [DoneAt] datetimeoffset(3) NULL,
        [Version] bigint NOT NULL,
        [SealKey] varbinary(80) NULL,
        [SealKeyBy] uniqueidentifier NULL,
        CONSTRAINT [PK_RetentionRuns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RetentionRuns_EmployerKeys_SealKeyBy] FOREIGN KEY ([SealKeyBy]) REFERENCES [EmployerKeys] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Headcount] (
        [UnitId] uniqueidentifier NOT NULL,
        [OccupationalGroup] nvarchar(60) NOT NULL,
        [Month] date NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [StaffHundredths] int NOT NULL,
        [FteHundredths] int NULL,
        CONSTRAINT [PK_Headcount] PRIMARY KEY ([UnitId], [Month], [OccupationalGroup]),
        CONSTRAINT [FK_Headcount_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Headcount_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [MeasureRequests] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [IncidentId] uniqueidentifier NULL,
        [Text] varbinary(max) NOT NULL,
        [RequestedBy] uniqueidentifier NOT NULL,
        [RequestedAt] datetimeoffset(3) NOT NULL,
        [AnswerBy] date NOT NULL,
        [Answer] varbinary(max) NULL,
        [AnsweredBy] uniqueidentifier NULL,
        [AnsweredAt] datetimeoffset(3) NULL,
        [Satisfied] bit NULL,
        [ClosedAt] datetimeoffset(3) NULL,
        [ForwardedToAvAt] datetimeoffset(3) NULL,
        [Version] bigint NOT NULL,
        [SealKey] varbinary(80) NULL,
        [SealKeyBy] uniqueidentifier NULL,
        CONSTRAINT [PK_MeasureRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MeasureRequests_EmployerKeys_SealKeyBy] FOREIGN KEY ([SealKeyBy]) REFERENCES [EmployerKeys] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MeasureRequests_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Person] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) COLLATE Finnish_Swedish_100_CI_AS NOT NULL,
        [Email] nvarchar(254) NOT NULL,
        [Language] nvarchar(2) NULL,
        [HomeUnitId] uniqueidentifier NOT NULL,
        [HasProtectedIdentity] bit NOT NULL,
        [IsDisabled] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Person] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Person_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Person_Unit_HomeUnitId] FOREIGN KEY ([HomeUnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [PulseAnswers] (
        [Id] uniqueidentifier NOT NULL,
        [RoundId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NULL,
        [StatKey] bigint NOT NULL,
        [Exposure] int NOT NULL,
        [Support] int NOT NULL,
        [Prevention] int NOT NULL,
        [LegalProtection] int NOT NULL,
        [LegalKnowledge] int NOT NULL,
        [MeasuresKnowledge] int NOT NULL,
        [SupportKnowledge] int NOT NULL,
        [OffDutySafety] int NOT NULL,
        [Influence] int NOT NULL,
        [OccupationalGroup] int NOT NULL,
        CONSTRAINT [PK_PulseAnswers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PulseAnswers_PulseRounds_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [PulseRounds] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PulseAnswers_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [PulseRoundUnits] (
        [RoundId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_PulseRoundUnits] PRIMARY KEY ([RoundId], [UnitId]),
        CONSTRAINT [FK_PulseRoundUnits_PulseRounds_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [PulseRounds] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_PulseRoundUnits_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [PulseTickets] (
        [Hash] varchar(64) NOT NULL,
        [RoundId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NULL,
        CONSTRAINT [PK_PulseTickets] PRIMARY KEY ([Hash]),
        CONSTRAINT [FK_PulseTickets_PulseRounds_RoundId] FOREIGN KEY ([RoundId]) REFERENCES [PulseRounds] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PulseTickets_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [SupportEntry] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [Measure] nvarchar(60) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Contact] nvarchar(200) NULL,
        [Phone] nvarchar(60) NULL,
        [Hours] nvarchar(200) NULL,
        [Url] nvarchar(500) NULL,
        [Text] nvarchar(2000) NULL,
        CONSTRAINT [PK_SupportEntry] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SupportEntry_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_SupportEntry_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [UnitWatches] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [WholeEmployer] bit NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Level] nvarchar(40) NOT NULL,
        [Month] date NOT NULL,
        [OpenedAt] datetimeoffset(3) NOT NULL,
        [Evidence] nvarchar(max) NOT NULL,
        [AcknowledgedBy] uniqueidentifier NULL,
        [AcknowledgedAt] datetimeoffset(3) NULL,
        [Finding] varchar(40) NULL,
        [Note] varbinary(max) NULL,
        [ResetAfter] date NULL,
        [Version] bigint NOT NULL,
        [SealKey] varbinary(80) NULL,
        [SealKeyBy] uniqueidentifier NULL,
        CONSTRAINT [PK_UnitWatches] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UnitWatches_EmployerKeys_SealKeyBy] FOREIGN KEY ([SealKeyBy]) REFERENCES [EmployerKeys] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_UnitWatches_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [WarningCharts] (
        [EmployerId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [WholeEmployer] bit NOT NULL,
        [NotBefore] date NULL,
        [BaselineFrom] date NULL,
        [StartsOn] date NULL,
        [BaselineEvents] bigint NOT NULL,
        [BaselineExposure] float NOT NULL,
        [Rate] float NOT NULL,
        [ExposureAtStart] float NOT NULL,
        [ExpectedAtStart] float NOT NULL,
        [Overdispersion] float NOT NULL,
        CONSTRAINT [PK_WarningCharts] PRIMARY KEY ([EmployerId], [UnitId], [WholeEmployer]),
        CONSTRAINT [FK_WarningCharts_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [WorkStops] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [IncidentId] uniqueidentifier NULL,
        [StartedBy] uniqueidentifier NOT NULL,
        [StartedAt] datetimeoffset(3) NOT NULL,
        [RecordedAt] datetimeoffset(3) NOT NULL,
        [LoneWork] bit NOT NULL,
        [Scope] varbinary(max) NOT NULL,
        [Grounds] varbinary(max) NOT NULL,
        [EmployerContactedAt] datetimeoffset(3) NULL,
        [AvContactedAt] datetimeoffset(3) NULL,
        [EndedAt] datetimeoffset(3) NULL,
        [Outcome] varbinary(max) NULL,
        [Version] bigint NOT NULL,
        [SealKey] varbinary(80) NULL,
        [SealKeyBy] uniqueidentifier NULL,
        CONSTRAINT [PK_WorkStops] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WorkStops_EmployerKeys_SealKeyBy] FOREIGN KEY ([SealKeyBy]) REFERENCES [EmployerKeys] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_WorkStops_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentActions] (
        [Id] uniqueidentifier NOT NULL,
        [Type] nvarchar(200) NOT NULL,
        [Description] varbinary(max) NULL,
        [OwnerId] uniqueidentifier NOT NULL,
        [DueOn] date NULL,
        [RepTookPart] bit NOT NULL,
        [CoSignedBy] uniqueidentifier NULL,
        [CoSignedAt] datetimeoffset(3) NULL,
        [ExpiresOn] date NULL,
        [PlannedAt] datetimeoffset(3) NOT NULL,
        [State] nvarchar(40) NOT NULL,
        [DoneAt] datetimeoffset(3) NULL,
        [EndedAt] datetimeoffset(3) NULL,
        [Reason] varbinary(max) NULL,
        [Effect] nvarchar(200) NULL,
        [EffectCheckedAt] datetimeoffset(3) NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentActions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentActions_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentAttachments] (
        [Id] uniqueidentifier NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [ByRole] nvarchar(40) NOT NULL,
        [Type] nvarchar(200) NOT NULL,
        [FileName] varbinary(max) NOT NULL,
        [MediaType] nvarchar(200) NOT NULL,
        [Size] bigint NOT NULL,
        [Sha256] varchar(64) NOT NULL,
        [FileKey] varbinary(max) NOT NULL,
        [CapturedAt] datetimeoffset(3) NULL,
        [CapturedBy] varbinary(max) NULL,
        [Url] varbinary(max) NULL,
        [AccountHandle] varbinary(max) NULL,
        [Platform] varbinary(max) NULL,
        [OriginalKeptWhere] varbinary(max) NULL,
        [WitnessOfCapture] varbinary(max) NULL,
        [Description] varbinary(max) NULL,
        [Scan] nvarchar(40) NOT NULL,
        [ScannedAt] datetimeoffset(3) NULL,
        [ScanDueAt] datetimeoffset(3) NULL,
        [ScanAttempts] int NOT NULL,
        [ScanFinding] nvarchar(200) NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentAttachments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentAttachments_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentClosureAnswers] (
        [Id] uniqueidentifier NOT NULL,
        [ProposalId] uniqueidentifier NOT NULL,
        [ExposedId] uniqueidentifier NULL,
        [By] uniqueidentifier NOT NULL,
        [ByRole] nvarchar(40) NOT NULL,
        [Agrees] bit NOT NULL,
        [Comment] varbinary(max) NULL,
        [At] datetimeoffset(3) NOT NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentClosureAnswers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentClosureAnswers_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentClosureProposals] (
        [Id] uniqueidentifier NOT NULL,
        [Reason] nvarchar(200) NOT NULL,
        [Summary] varbinary(max) NULL,
        [Receiver] varbinary(max) NULL,
        [ProposedAt] datetimeoffset(3) NOT NULL,
        [ProposedBy] uniqueidentifier NOT NULL,
        [SettledAt] datetimeoffset(3) NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentClosureProposals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentClosureProposals_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentCorrections] (
        [Id] uniqueidentifier NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [Field] nvarchar(200) NOT NULL,
        [Before] varbinary(max) NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentCorrections] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentCorrections_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentExclusions] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [ByRole] nvarchar(40) NOT NULL,
        [Reason] varbinary(4000) NOT NULL,
        [LiftedAt] datetimeoffset(3) NULL,
        [LiftedBy] uniqueidentifier NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentExclusions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentExclusions_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentExposed] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NULL,
        [Role] nvarchar(200) NOT NULL,
        [OccupationalGroup] nvarchar(200) NULL,
        [SharesConsequencesWithRepresentative] bit NOT NULL,
        [SharesRatingsWithManager] bit NOT NULL,
        [SharesRatingsWithRepresentative] bit NOT NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        [StatKey] bigint NULL,
        CONSTRAINT [PK_IncidentExposed] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentExposed_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentFollowUps] (
        [Id] uniqueidentifier NOT NULL,
        [Rule] nvarchar(200) NOT NULL,
        [Day] int NOT NULL,
        [DueAt] datetimeoffset(3) NOT NULL,
        [HeldAt] datetimeoffset(3) NULL,
        [SettledAt] datetimeoffset(3) NULL,
        [SettledBy] uniqueidentifier NULL,
        [Declined] bit NOT NULL,
        [NewRisks] bit NULL,
        [Summary] varbinary(max) NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentFollowUps] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentFollowUps_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentInfluences] (
        [Id] uniqueidentifier NOT NULL,
        [ExposedId] uniqueidentifier NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [Purpose] varbinary(max) NULL,
        [Outcomes] varbinary(max) NULL,
        [Intervention] varbinary(max) NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentInfluences] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentInfluences_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentNotes] (
        [Id] uniqueidentifier NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [ByRole] nvarchar(40) NOT NULL,
        [Text] varbinary(max) NOT NULL,
        [Audience] nvarchar(200) NOT NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentNotes] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentNotes_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentNotices] (
        [Id] uniqueidentifier NOT NULL,
        [Addressee] nvarchar(200) NOT NULL,
        [Status] nvarchar(200) NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [RecordedAt] datetimeoffset(3) NOT NULL,
        [RecordedBy] uniqueidentifier NOT NULL,
        [Reason] varbinary(max) NULL,
        [Reference] varbinary(max) NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentNotices] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentNotices_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentOnwardDisclosures] (
        [Id] uniqueidentifier NOT NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        [ToWhom] nvarchar(200) NOT NULL,
        [On] date NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [RecordedAt] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_IncidentOnwardDisclosures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentOnwardDisclosures_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentPoliceEvents] (
        [Id] uniqueidentifier NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [RecordedAt] datetimeoffset(3) NOT NULL,
        [RecordedBy] uniqueidentifier NOT NULL,
        [Source] nvarchar(200) NOT NULL,
        [CaseNumber] varbinary(max) NULL,
        [ReportedBy] nvarchar(200) NULL,
        [Reasons] nvarchar(4000) NOT NULL,
        [ExposedAgrees] nvarchar(200) NULL,
        [ReviewOn] date NULL,
        [TrialOn] date NULL,
        [Note] varbinary(max) NULL,
        [Corrects] uniqueidentifier NULL,
        [IsCorrected] bit NOT NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentPoliceEvents] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentPoliceEvents_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentReveals] (
        [Id] uniqueidentifier NOT NULL,
        [At] datetimeoffset(3) NOT NULL,
        [By] uniqueidentifier NOT NULL,
        [ByRole] nvarchar(40) NOT NULL,
        [Reason] varbinary(4000) NOT NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentReveals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentReveals_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentSupportOffers] (
        [Id] uniqueidentifier NOT NULL,
        [ExposedId] uniqueidentifier NULL,
        [Measure] nvarchar(200) NOT NULL,
        [Note] varbinary(max) NULL,
        [OfferedAt] datetimeoffset(3) NOT NULL,
        [OfferedBy] uniqueidentifier NOT NULL,
        [Answer] nvarchar(200) NULL,
        [AnsweredAt] datetimeoffset(3) NULL,
        [DeliveredAt] datetimeoffset(3) NULL,
        [CompletedAt] datetimeoffset(3) NULL,
        [ExpiresOn] date NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentSupportOffers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentSupportOffers_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentSupportRatings] (
        [Id] uniqueidentifier NOT NULL,
        [ExposedId] uniqueidentifier NOT NULL,
        [Adequacy] nvarchar(200) NOT NULL,
        [Comment] varbinary(max) NULL,
        [At] datetimeoffset(3) NOT NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentSupportRatings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentSupportRatings_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [IncidentTakedowns] (
        [Id] uniqueidentifier NOT NULL,
        [AttachmentId] uniqueidentifier NULL,
        [Platform] varbinary(max) NOT NULL,
        [Url] varbinary(max) NULL,
        [Reference] varbinary(max) NULL,
        [RequestedAt] datetimeoffset(3) NOT NULL,
        [RecordedAt] datetimeoffset(3) NOT NULL,
        [RecordedBy] uniqueidentifier NOT NULL,
        [Answer] nvarchar(200) NULL,
        [AnsweredAt] datetimeoffset(3) NULL,
        [Note] varbinary(max) NULL,
        [IncidentId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_IncidentTakedowns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_IncidentTakedowns_Incidents_IncidentId] FOREIGN KEY ([IncidentId]) REFERENCES [Incidents] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [RetentionItems] (
        [Id] uniqueidentifier NOT NULL,
        [RunId] uniqueidentifier NOT NULL,
        [Rule] varchar(40) NOT NULL,
        [SubjectId] uniqueidentifier NOT NULL,
        [IncidentId] uniqueidentifier NULL,
        [SubjectVersion] bigint NOT NULL,
        [State] nvarchar(40) NOT NULL,
        [SettledAt] datetimeoffset(3) NULL,
        CONSTRAINT [PK_RetentionItems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RetentionItems_RetentionRuns_RunId] FOREIGN KEY ([RunId]) REFERENCES [RetentionRuns] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [Absence] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [From] date NOT NULL,
        [To] date NOT NULL,
        CONSTRAINT [PK_Absence] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Absence_Person_UserId] FOREIGN KEY ([UserId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [AccessToken] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        [Scopes] nvarchar(1000) NOT NULL,
        [CreatedAt] datetimeoffset(3) NOT NULL,
        [ExpiresAt] datetimeoffset(3) NOT NULL,
        [LastUsedAt] datetimeoffset(3) NULL,
        [RevokedAt] datetimeoffset(3) NULL,
        CONSTRAINT [PK_AccessToken] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AccessToken_Person_UserId] FOREIGN KEY ([UserId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [CalendarLink] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        [CreatedAt] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_CalendarLink] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CalendarLink_Person_UserId] FOREIGN KEY ([UserId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [RoleAssignment] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Role] nvarchar(40) NOT NULL,
        [UnitId] uniqueidentifier NOT NULL,
        [From] date NOT NULL,
        [To] date NULL,
        [AppointedBy] nvarchar(200) NULL,
        [NotifiedAt] datetimeoffset(3) NULL,
        CONSTRAINT [PK_RoleAssignment] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RoleAssignment_Person_UserId] FOREIGN KEY ([UserId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RoleAssignment_Unit_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Unit] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [SavedView] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Name] nvarchar(60) NOT NULL,
        [State] nvarchar(200) NULL,
        [Kind] nvarchar(200) NULL,
        [Unit] uniqueidentifier NULL,
        [Responsible] nvarchar(200) NULL,
        [Overdue] bit NULL,
        [From] date NULL,
        [To] date NULL,
        [SavedAt] datetimeoffset(3) NOT NULL,
        CONSTRAINT [PK_SavedView] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SavedView_Person_UserId] FOREIGN KEY ([UserId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE TABLE [UserSession] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [CreatedAt] datetimeoffset(3) NOT NULL,
        [LastSeenAt] datetimeoffset(3) NOT NULL,
        [UserAgent] nvarchar(120) NULL,
        [RevokedAt] datetimeoffset(3) NULL,
        CONSTRAINT [PK_UserSession] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UserSession_Person_UserId] FOREIGN KEY ([UserId]) REFERENCES [Person] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Absence_UserId] ON [Absence] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AccessToken_Hash] ON [AccessToken] ([Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_AccessToken_UserId] ON [AccessToken] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [Account] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [Account] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_AccountClaim_UserId] ON [AccountClaim] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_AccountLogin_UserId] ON [AccountLogin] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_AccountPasskey_UserId] ON [AccountPasskey] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CalendarLink_Hash] ON [CalendarLink] ([Hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CalendarLink_UserId] ON [CalendarLink] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Campaign_Code] ON [Campaign] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Campaign_EmployerId] ON [Campaign] ([EmployerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_DigestItems_DedupKey] ON [DigestItems] ([DedupKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_DigestItems_IncidentId_Rule] ON [DigestItems] ([IncidentId], [Rule]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_DigestItems_OutboxMessageId_Day] ON [DigestItems] ([OutboxMessageId], [Day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EmployerKeys_EmployerId_Number] ON [EmployerKeys] ([EmployerId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_FeedbackMessages_At] ON [FeedbackMessages] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_FeedbackMessages_EmployerId] ON [FeedbackMessages] ([EmployerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_FeedbackMessages_SealKeyBy] ON [FeedbackMessages] ([SealKeyBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FollowUpPolicyVersions_EmployerId_Number] ON [FollowUpPolicyVersions] ([EmployerId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Headcount_EmployerId_Month] ON [Headcount] ([EmployerId], [Month]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IdempotencyRecord_CreatedAt] ON [IdempotencyRecord] ([CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IdempotencyRecord_SealKeyBy] ON [IdempotencyRecord] ([SealKeyBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_IdempotencyRecord_UserId_KeyHash] ON [IdempotencyRecord] ([UserId], [KeyHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentActions_IncidentId] ON [IncidentActions] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentAttachments_IncidentId] ON [IncidentAttachments] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentAttachments_ScanDueAt] ON [IncidentAttachments] ([ScanDueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentClosureAnswers_IncidentId] ON [IncidentClosureAnswers] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentClosureProposals_IncidentId] ON [IncidentClosureProposals] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentCorrections_IncidentId] ON [IncidentCorrections] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentExclusions_IncidentId] ON [IncidentExclusions] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentExclusions_UserId] ON [IncidentExclusions] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentExposed_IncidentId] ON [IncidentExposed] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentExposed_UserId] ON [IncidentExposed] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentFollowUps_IncidentId] ON [IncidentFollowUps] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentInfluences_IncidentId] ON [IncidentInfluences] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentNotes_IncidentId] ON [IncidentNotes] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentNotices_IncidentId] ON [IncidentNotices] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentOnwardDisclosures_IncidentId] ON [IncidentOnwardDisclosures] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentPoliceEvents_IncidentId] ON [IncidentPoliceEvents] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentReveals_IncidentId] ON [IncidentReveals] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Incidents_DuplicateOf] ON [Incidents] ([DuplicateOf]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Incidents_EmployerId_Number] ON [Incidents] ([EmployerId], [Number]) WHERE [Number] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Incidents_EmployerId_State_SubmittedAt] ON [Incidents] ([EmployerId], [State], [SubmittedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Incidents_EmployerId_SubmittedAt] ON [Incidents] ([EmployerId], [SubmittedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Incidents_HandlerId] ON [Incidents] ([HandlerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Incidents_OversightUnitId] ON [Incidents] ([OversightUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Incidents_ReporterId] ON [Incidents] ([ReporterId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Incidents_SealKeyBy] ON [Incidents] ([SealKeyBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Incidents_UnitId_State_SubmittedAt] ON [Incidents] ([UnitId], [State], [SubmittedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentSupportOffers_IncidentId] ON [IncidentSupportOffers] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentSupportRatings_IncidentId] ON [IncidentSupportRatings] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_IncidentTakedowns_IncidentId] ON [IncidentTakedowns] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_LogEntry_EmployerId_ActorId_At] ON [LogEntry] ([EmployerId], [ActorId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_LogEntry_EmployerId_At] ON [LogEntry] ([EmployerId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_LogEntry_EmployerId_Id] ON [LogEntry] ([EmployerId], [Id]) WHERE "Seq" IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_LogEntry_EmployerId_Seq] ON [LogEntry] ([EmployerId], [Seq]) WHERE "Seq" IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_LogEntry_IncidentId_At] ON [LogEntry] ([IncidentId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_MeasureRequests_EmployerId_RequestedAt] ON [MeasureRequests] ([EmployerId], [RequestedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_MeasureRequests_SealKeyBy] ON [MeasureRequests] ([SealKeyBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_MeasureRequests_UnitId] ON [MeasureRequests] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_EmployerId] ON [Obligations] ([EmployerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_IncidentId] ON [Obligations] ([IncidentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_NextStepAt] ON [Obligations] ([NextStepAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Obligations_ResponsibleUserId_DueAt] ON [Obligations] ([ResponsibleUserId], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Obligations_SubjectId_Key] ON [Obligations] ([SubjectId], [Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OutboxMessages_DedupKey] ON [OutboxMessages] ([DedupKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_OutboxMessages_EmployerId_Id] ON [OutboxMessages] ([EmployerId], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_OutboxMessages_State_NextAttemptAt] ON [OutboxMessages] ([State], [NextAttemptAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Person_EmployerId] ON [Person] ([EmployerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Person_HomeUnitId] ON [Person] ([HomeUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_PulseAnswers_RoundId] ON [PulseAnswers] ([RoundId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_PulseAnswers_UnitId] ON [PulseAnswers] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_PulseRounds_EmployerId] ON [PulseRounds] ([EmployerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_PulseRounds_NextStepAt] ON [PulseRounds] ([NextStepAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_PulseRoundUnits_UnitId] ON [PulseRoundUnits] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_PulseTickets_RoundId] ON [PulseTickets] ([RoundId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_PulseTickets_UnitId] ON [PulseTickets] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_RetentionItems_RunId_State] ON [RetentionItems] ([RunId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RetentionPolicyVersions_EmployerId_Number] ON [RetentionPolicyVersions] ([EmployerId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_RetentionRuns_EmployerId_ProposedAt] ON [RetentionRuns] ([EmployerId], [ProposedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_RetentionRuns_SealKeyBy] ON [RetentionRuns] ([SealKeyBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_RetentionRuns_State] ON [RetentionRuns] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_RoleAssignment_UnitId] ON [RoleAssignment] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_RoleAssignment_UserId] ON [RoleAssignment] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SavedView_UserId_Name] ON [SavedView] ([UserId], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_StatPlace_EmployerId_Year] ON [StatPlace] ([EmployerId], [Year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_StatReconciliation_At] ON [StatReconciliation] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_StatRelease_Year_Month_Stage] ON [StatRelease] ([Year], [Month], [Stage]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_StatTotal_Fact_Period_NodeId] ON [StatTotal] ([Fact], [Period], [NodeId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_SupportEntry_EmployerId] ON [SupportEntry] ([EmployerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_SupportEntry_UnitId] ON [SupportEntry] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Unit_EmployerId] ON [Unit] ([EmployerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_Unit_ParentId] ON [Unit] ([ParentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_UnitWatches_EmployerId_UnitId_WholeEmployer_Kind_Month] ON [UnitWatches] ([EmployerId], [UnitId], [WholeEmployer], [Kind], [Month]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_UnitWatches_SealKeyBy] ON [UnitWatches] ([SealKeyBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_UnitWatches_UnitId] ON [UnitWatches] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_UserSession_UserId] ON [UserSession] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_WarningCharts_UnitId] ON [WarningCharts] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_WorkStops_EmployerId_StartedAt] ON [WorkStops] ([EmployerId], [StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_WorkStops_SealKeyBy] ON [WorkStops] ([SealKeyBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    CREATE INDEX [IX_WorkStops_UnitId] ON [WorkStops] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122065435_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122065435_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122095859_SealCampaigns'
)
BEGIN
    CREATE TABLE [Campaigns] (
        [Id] uniqueidentifier NOT NULL,
        [EmployerId] uniqueidentifier NOT NULL,
        [Name] varbinary(max) NOT NULL,
        [Code] nvarchar(40) NULL,
        [FirstSeen] date NOT NULL,
        [LastSeen] date NULL,
        [Version] bigint NOT NULL,
        [Platforms] varbinary(max) NULL,
        [SealKey] varbinary(80) NULL,
        [SealKeyBy] uniqueidentifier NULL,
        CONSTRAINT [PK_Campaigns] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Campaigns_EmployerKeys_SealKeyBy] FOREIGN KEY ([SealKeyBy]) REFERENCES [EmployerKeys] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Campaigns_Employer_EmployerId] FOREIGN KEY ([EmployerId]) REFERENCES [Employer] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122095859_SealCampaigns'
)
BEGIN
    CREATE INDEX [IX_Campaigns_Code] ON [Campaigns] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122095859_SealCampaigns'
)
BEGIN
    CREATE INDEX [IX_Campaigns_EmployerId] ON [Campaigns] ([EmployerId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122095859_SealCampaigns'
)
BEGIN
    CREATE INDEX [IX_Campaigns_SealKeyBy] ON [Campaigns] ([SealKeyBy]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122095859_SealCampaigns'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122095859_SealCampaigns', N'10.0.14');
END;

COMMIT;
GO

