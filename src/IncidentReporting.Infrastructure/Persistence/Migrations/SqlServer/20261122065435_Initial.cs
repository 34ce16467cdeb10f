using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IncidentReporting.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Account",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    PasswordHash = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    SecurityStamp = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    PhoneNumber = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "bit", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "bit", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKey",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FriendlyName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Xml = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DigestItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecipientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Step = table.Column<string>(type: "nvarchar(90)", maxLength: 90, nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    LinkPath = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    DedupKey = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    OutboxMessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Doomed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ShareFile = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SharePlace = table.Column<int>(type: "int", nullable: true),
                    EvidenceFile = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Doomed", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Employer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Finnish_Swedish_100_CI_AS"),
                    Sector = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    County = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    TimeZone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    DefaultLanguage = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    SharesWithUnion = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Employer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmployerKeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "varbinary(100)", maxLength: 100, nullable: false),
                    MasterId = table.Column<string>(type: "varchar(12)", unicode: false, maxLength: 12, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmployerKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogChain",
                columns: table => new
                {
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Form = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogChain", x => x.EmployerId);
                });

            migrationBuilder.CreateTable(
                name: "LogCheck",
                columns: table => new
                {
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Entries = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Fault = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    FaultSeq = table.Column<long>(type: "bigint", nullable: true),
                    FaultEntry = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogCheck", x => x.EmployerId);
                });

            migrationBuilder.CreateTable(
                name: "LogEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ActorRole = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CaseRole = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    FieldGroup = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Action = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    About = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Fields = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Group = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Seq = table.Column<long>(type: "bigint", nullable: true),
                    Hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutboxMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecipientId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecipientAs = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Step = table.Column<string>(type: "nvarchar(90)", maxLength: 90, nullable: false),
                    DedupKey = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    ThreadKey = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    Template = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    LinkPath = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    SealedLink = table.Column<string>(type: "varchar(500)", unicode: false, maxLength: 500, nullable: true),
                    BookedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    ClaimedBy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ClaimedUntil = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextAttemptAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    MessageId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    FaultPhase = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    FaultCode = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutboxMessages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PersonYear",
                columns: table => new
                {
                    Year = table.Column<int>(type: "int", nullable: false),
                    PersonRef = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    UnitId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    OccupationalGroup = table.Column<int>(type: "int", nullable: false),
                    IncidentCount = table.Column<int>(type: "int", nullable: false),
                    StatKey = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonYear", x => new { x.Year, x.PersonRef });
                    table.CheckConstraint("CK_PersonYear_StatKey", "\"StatKey\" >= 0 AND \"StatKey\" < 4294967296");
                });

            migrationBuilder.CreateTable(
                name: "ReleaseFact",
                columns: table => new
                {
                    Stage = table.Column<int>(type: "int", nullable: false),
                    Fact = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    Seq = table.Column<int>(type: "int", nullable: false),
                    Combo = table.Column<int>(type: "int", nullable: false),
                    Flags = table.Column<long>(type: "bigint", nullable: false),
                    StatKey = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleaseFact", x => new { x.Stage, x.Fact, x.Month, x.UnitId, x.Seq });
                    table.CheckConstraint("CK_ReleaseFact_StatKey", "\"StatKey\" >= 0 AND \"StatKey\" < 4294967296");
                });

            migrationBuilder.CreateTable(
                name: "SignInFailures",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    LastAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    LockedUntil = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInFailures", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "StatCube",
                columns: table => new
                {
                    Fact = table.Column<int>(type: "int", nullable: false),
                    NodeId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Period = table.Column<int>(type: "int", nullable: false),
                    Combo = table.Column<int>(type: "int", nullable: false),
                    N = table.Column<long>(type: "bigint", nullable: false),
                    KeySum = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatCube", x => new { x.Fact, x.NodeId, x.Period, x.Combo });
                });

            migrationBuilder.CreateTable(
                name: "StatFact",
                columns: table => new
                {
                    Fact = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    SourceId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Combo = table.Column<int>(type: "int", nullable: false),
                    Flags = table.Column<long>(type: "bigint", nullable: false),
                    StatKey = table.Column<long>(type: "bigint", nullable: false),
                    PersonId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    PersonRef = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatFact", x => new { x.Fact, x.Month, x.UnitId, x.SourceId });
                    table.CheckConstraint("CK_StatFact_StatKey", "\"StatKey\" >= 0 AND \"StatKey\" < 4294967296");
                });

            migrationBuilder.CreateTable(
                name: "StatMargin",
                columns: table => new
                {
                    Fact = table.Column<int>(type: "int", nullable: false),
                    NodeId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Indicator = table.Column<int>(type: "int", nullable: false),
                    Period = table.Column<int>(type: "int", nullable: false),
                    Class = table.Column<int>(type: "int", nullable: false),
                    N = table.Column<long>(type: "bigint", nullable: false),
                    KeySum = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatMargin", x => new { x.Fact, x.NodeId, x.Indicator, x.Period, x.Class });
                });

            migrationBuilder.CreateTable(
                name: "StatPlace",
                columns: table => new
                {
                    Year = table.Column<int>(type: "int", nullable: false),
                    UnitId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    EmployerId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Sector = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    County = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatPlace", x => new { x.Year, x.UnitId });
                });

            migrationBuilder.CreateTable(
                name: "StatReconciliation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Compared = table.Column<int>(type: "int", nullable: false),
                    Mismatches = table.Column<int>(type: "int", nullable: false),
                    Where = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatReconciliation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StatRelease",
                columns: table => new
                {
                    ReleaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Stage = table.Column<int>(type: "int", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Month = table.Column<int>(type: "int", nullable: false),
                    BuiltAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    TableId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    KeyId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OrgVersion = table.Column<int>(type: "int", nullable: false),
                    CodebookVersion = table.Column<int>(type: "int", nullable: false),
                    FactCount = table.Column<long>(type: "bigint", nullable: false),
                    FactKeySum = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatRelease", x => x.ReleaseId);
                });

            migrationBuilder.CreateTable(
                name: "StatTotal",
                columns: table => new
                {
                    Fact = table.Column<int>(type: "int", nullable: false),
                    NodeId = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: false),
                    Period = table.Column<int>(type: "int", nullable: false),
                    N = table.Column<long>(type: "bigint", nullable: false),
                    KeySum = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatTotal", x => new { x.Fact, x.NodeId, x.Period });
                });

            migrationBuilder.CreateTable(
                name: "AccountClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ClaimType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ClaimValue = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaim_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogin",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogin", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogin_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountPasskey",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(800)", maxLength: 800, nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountPasskey", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AccountPasskey_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountToken",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LoginProvider = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountToken", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountToken_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Campaign",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Finnish_Swedish_100_CI_AS"),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    FirstSeen = table.Column<DateOnly>(type: "date", nullable: false),
                    LastSeen = table.Column<DateOnly>(type: "date", nullable: true),
                    Platforms = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Campaign", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Campaign_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseCounter",
                columns: table => new
                {
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseCounter", x => new { x.EmployerId, x.Year });
                    table.ForeignKey(
                        name: "FK_CaseCounter_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FollowUpPolicyVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowUpPolicyVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FollowUpPolicyVersions_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Obligations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SubjectKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Key = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    Rule = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    About = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClockStart = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    ResponsibleParty = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ResponsibleUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    CancelledAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    IsInformation = table.Column<bool>(type: "bit", nullable: false),
                    NextStepAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    StepsTakenUntil = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Steps = table.Column<string>(type: "varchar(max)", unicode: false, maxLength: -1, nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Obligations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Obligations_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PulseRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpensAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    InviteAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RemindAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ClosesAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    NextStepAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    InvitedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    TableId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    KeyId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Invited = table.Column<int>(type: "int", nullable: false),
                    LinkKey = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PulseRounds_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RetentionPolicyVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ChangedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Json = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionPolicyVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RetentionPolicyVersions_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Unit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ParentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Finnish_Swedish_100_CI_AS"),
                    RoutineReviewedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LastDrillOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsClosed = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Unit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Unit_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Unit_Unit_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WarningRuns",
                columns: table => new
                {
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarningRuns", x => new { x.EmployerId, x.Month });
                    table.ForeignKey(
                        name: "FK_WarningRuns_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FeedbackMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Text = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Contact = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealKey = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: true),
                    SealKeyBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedbackMessages_EmployerKeys_SealKeyBy",
                        column: x => x.SealKeyBy,
                        principalTable: "EmployerKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FeedbackMessages_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IdempotencyRecord",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    KeyHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RequestHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Answer = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Cases = table.Column<string>(type: "varchar(2000)", unicode: false, maxLength: 2000, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    SealKey = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: true),
                    SealKeyBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdempotencyRecord", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdempotencyRecord_EmployerKeys_SealKeyBy",
                        column: x => x.SealKeyBy,
                        principalTable: "EmployerKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OversightUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Number = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    ReporterId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HandlerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    SubmittedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    AcknowledgedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    AssessedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    InjuryKnownAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    PolicyVersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DuplicateOf = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WithdrawalReason = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    TakenOver = table.Column<bool>(type: "bit", nullable: false),
                    InformationDeclined = table.Column<bool>(type: "bit", nullable: false),
                    HeldAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    HeldBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    HoldReason = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    ErasedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    SealKey = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: true),
                    SealKeyBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StatKey = table.Column<long>(type: "bigint", nullable: true),
                    StatMonth = table.Column<int>(type: "int", nullable: true),
                    StatUnit = table.Column<byte[]>(type: "binary(16)", fixedLength: true, maxLength: 16, nullable: true),
                    Assessment_Alarm = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Assessment_AvDuty = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Assessment_AvReason = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Assessment_Circumstances = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Assessment_Danger = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Assessment_Injury = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Assessment_PoliceAssistance = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Assessment_RiskAssessedBefore = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Assessment_Staffing = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Assessment_Text = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Report_BypassManager = table.Column<bool>(type: "bit", nullable: false),
                    Report_CampaignId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Report_Channels = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Report_CounterpartAge = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Report_CounterpartCount = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Report_CounterpartIdentity = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Report_CounterpartIdentityGround = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Report_CounterpartRelation = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Report_CounterpartRepeat = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Report_CounterpartUserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Report_Description = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Report_Kinds = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Report_OccurredAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Report_OccurredPrecision = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Report_OnDutyState = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Report_PerceivedSeverity = table.Column<int>(type: "int", nullable: true),
                    Report_Place = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Report_Platform = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Report_ProtectedIdentity = table.Column<bool>(type: "bit", nullable: false),
                    Report_SafeNow = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Report_Consequences = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Report_HateMotives = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Report_WishedSupport = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Report_Situations = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Report_WishedContactBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Report_WishesText = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                    table.CheckConstraint("CK_Incidents_StatKey", "\"StatKey\" >= 0 AND \"StatKey\" < 4294967296");
                    table.ForeignKey(
                        name: "FK_Incidents_EmployerKeys_SealKeyBy",
                        column: x => x.SealKeyBy,
                        principalTable: "EmployerKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RetentionRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    PolicyNumber = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    SettledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SettledAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Reason = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    SealKey = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: true),
                    SealKeyBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionRuns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RetentionRuns_EmployerKeys_SealKeyBy",
                        column: x => x.SealKeyBy,
                        principalTable: "EmployerKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Headcount",
                columns: table => new
                {
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OccupationalGroup = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StaffHundredths = table.Column<int>(type: "int", nullable: false),
                    FteHundredths = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Headcount", x => new { x.UnitId, x.Month, x.OccupationalGroup });
                    table.ForeignKey(
                        name: "FK_Headcount_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Headcount_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Text = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: false),
                    Answer = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Satisfied = table.Column<bool>(type: "bit", nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ForwardedToAvAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    SealKey = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: true),
                    SealKeyBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureRequests_EmployerKeys_SealKeyBy",
                        column: x => x.SealKeyBy,
                        principalTable: "EmployerKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasureRequests_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Finnish_Swedish_100_CI_AS"),
                    Email = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true),
                    HomeUnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HasProtectedIdentity = table.Column<bool>(type: "bit", nullable: false),
                    IsDisabled = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Person", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Person_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Person_Unit_HomeUnitId",
                        column: x => x.HomeUnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PulseAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StatKey = table.Column<long>(type: "bigint", nullable: false),
                    Exposure = table.Column<int>(type: "int", nullable: false),
                    Support = table.Column<int>(type: "int", nullable: false),
                    Prevention = table.Column<int>(type: "int", nullable: false),
                    LegalProtection = table.Column<int>(type: "int", nullable: false),
                    LegalKnowledge = table.Column<int>(type: "int", nullable: false),
                    MeasuresKnowledge = table.Column<int>(type: "int", nullable: false),
                    SupportKnowledge = table.Column<int>(type: "int", nullable: false),
                    OffDutySafety = table.Column<int>(type: "int", nullable: false),
                    Influence = table.Column<int>(type: "int", nullable: false),
                    OccupationalGroup = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PulseAnswers_PulseRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "PulseRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PulseAnswers_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PulseRoundUnits",
                columns: table => new
                {
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseRoundUnits", x => new { x.RoundId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_PulseRoundUnits_PulseRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "PulseRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PulseRoundUnits_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PulseTickets",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PulseTickets", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_PulseTickets_PulseRounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "PulseRounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PulseTickets_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Measure = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Hours = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Url = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Text = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SupportEntry_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SupportEntry_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UnitWatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WholeEmployer = table.Column<bool>(type: "bit", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    AcknowledgedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AcknowledgedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Finding = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Note = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    ResetAfter = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    SealKey = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: true),
                    SealKeyBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitWatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitWatches_EmployerKeys_SealKeyBy",
                        column: x => x.SealKeyBy,
                        principalTable: "EmployerKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UnitWatches_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WarningCharts",
                columns: table => new
                {
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WholeEmployer = table.Column<bool>(type: "bit", nullable: false),
                    NotBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    BaselineFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BaselineEvents = table.Column<long>(type: "bigint", nullable: false),
                    BaselineExposure = table.Column<double>(type: "float", nullable: false),
                    Rate = table.Column<double>(type: "float", nullable: false),
                    ExposureAtStart = table.Column<double>(type: "float", nullable: false),
                    ExpectedAtStart = table.Column<double>(type: "float", nullable: false),
                    Overdispersion = table.Column<double>(type: "float", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WarningCharts", x => new { x.EmployerId, x.UnitId, x.WholeEmployer });
                    table.ForeignKey(
                        name: "FK_WarningCharts_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkStops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    StartedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    LoneWork = table.Column<bool>(type: "bit", nullable: false),
                    Scope = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Grounds = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    EmployerContactedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    AvContactedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Outcome = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    SealKey = table.Column<byte[]>(type: "varbinary(80)", maxLength: 80, nullable: true),
                    SealKeyBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkStops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkStops_EmployerKeys_SealKeyBy",
                        column: x => x.SealKeyBy,
                        principalTable: "EmployerKeys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkStops_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Description = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RepTookPart = table.Column<bool>(type: "bit", nullable: false),
                    CoSignedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CoSignedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PlannedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Reason = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Effect = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    EffectCheckedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentActions_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentAttachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByRole = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Type = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    FileName = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    MediaType = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    FileKey = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    CapturedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    CapturedBy = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Url = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    AccountHandle = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Platform = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    OriginalKeptWhere = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    WitnessOfCapture = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Description = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Scan = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ScannedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ScanDueAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ScanAttempts = table.Column<int>(type: "int", nullable: false),
                    ScanFinding = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentAttachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentAttachments_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentClosureAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposalId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExposedId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByRole = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Agrees = table.Column<bool>(type: "bit", nullable: false),
                    Comment = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentClosureAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentClosureAnswers_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentClosureProposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Summary = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Receiver = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    ProposedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SettledAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentClosureProposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentClosureProposals_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Field = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Before = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentCorrections_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentExclusions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByRole = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: false),
                    LiftedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    LiftedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentExclusions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentExclusions_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentExposed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Role = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    OccupationalGroup = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SharesConsequencesWithRepresentative = table.Column<bool>(type: "bit", nullable: false),
                    SharesRatingsWithManager = table.Column<bool>(type: "bit", nullable: false),
                    SharesRatingsWithRepresentative = table.Column<bool>(type: "bit", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StatKey = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentExposed", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentExposed_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentFollowUps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Day = table.Column<int>(type: "int", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    HeldAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    SettledAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    SettledBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Declined = table.Column<bool>(type: "bit", nullable: false),
                    NewRisks = table.Column<bool>(type: "bit", nullable: true),
                    Summary = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentFollowUps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentFollowUps_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentInfluences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExposedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    Purpose = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Outcomes = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Intervention = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentInfluences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentInfluences_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByRole = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Audience = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentNotes_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Addressee = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Reference = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentNotices_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentOnwardDisclosures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToWhom = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentOnwardDisclosures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentOnwardDisclosures_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentPoliceEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CaseNumber = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    ReportedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Reasons = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    ExposedAgrees = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TrialOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Corrects = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    IsCorrected = table.Column<bool>(type: "bit", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentPoliceEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentPoliceEvents_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentReveals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByRole = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<byte[]>(type: "varbinary(4000)", maxLength: 4000, nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentReveals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentReveals_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentSupportOffers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExposedId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Measure = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Note = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    OfferedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    OfferedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    DeliveredAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    CompletedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentSupportOffers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentSupportOffers_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentSupportRatings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ExposedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Adequacy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Comment = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentSupportRatings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentSupportRatings_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IncidentTakedowns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AttachmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Platform = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Url = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Reference = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    RequestedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    Note = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentTakedowns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentTakedowns_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RetentionItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rule = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IncidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SubjectVersion = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SettledAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RetentionItems_RetentionRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "RetentionRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Absence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absence_Person_UserId",
                        column: x => x.UserId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AccessToken",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Scopes = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    LastUsedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true),
                    RevokedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessToken", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessToken_Person_UserId",
                        column: x => x.UserId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CalendarLink",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarLink_Person_UserId",
                        column: x => x.UserId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RoleAssignment",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    AppointedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    NotifiedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RoleAssignment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RoleAssignment_Person_UserId",
                        column: x => x.UserId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RoleAssignment_Unit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Unit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedView",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Unit = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Responsible = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Overdue = table.Column<bool>(type: "bit", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    SavedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedView", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedView_Person_UserId",
                        column: x => x.UserId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserSession",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    LastSeenAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: false),
                    UserAgent = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    RevokedAt = table.Column<DateTimeOffset>(type: "datetimeoffset(3)", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSession", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserSession_Person_UserId",
                        column: x => x.UserId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Absence_UserId",
                table: "Absence",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccessToken_Hash",
                table: "AccessToken",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccessToken_UserId",
                table: "AccessToken",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Account",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Account",
                column: "NormalizedUserName",
                unique: true,
                filter: "[NormalizedUserName] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaim_UserId",
                table: "AccountClaim",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogin_UserId",
                table: "AccountLogin",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountPasskey_UserId",
                table: "AccountPasskey",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_CalendarLink_Hash",
                table: "CalendarLink",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarLink_UserId",
                table: "CalendarLink",
                column: "UserId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Campaign_Code",
                table: "Campaign",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_Campaign_EmployerId",
                table: "Campaign",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_DedupKey",
                table: "DigestItems",
                column: "DedupKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_IncidentId_Rule",
                table: "DigestItems",
                columns: new[] { "IncidentId", "Rule" });

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_OutboxMessageId_Day",
                table: "DigestItems",
                columns: new[] { "OutboxMessageId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_EmployerKeys_EmployerId_Number",
                table: "EmployerKeys",
                columns: new[] { "EmployerId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackMessages_At",
                table: "FeedbackMessages",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackMessages_EmployerId",
                table: "FeedbackMessages",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackMessages_SealKeyBy",
                table: "FeedbackMessages",
                column: "SealKeyBy");

            migrationBuilder.CreateIndex(
                name: "IX_FollowUpPolicyVersions_EmployerId_Number",
                table: "FollowUpPolicyVersions",
                columns: new[] { "EmployerId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Headcount_EmployerId_Month",
                table: "Headcount",
                columns: new[] { "EmployerId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecord_CreatedAt",
                table: "IdempotencyRecord",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecord_SealKeyBy",
                table: "IdempotencyRecord",
                column: "SealKeyBy");

            migrationBuilder.CreateIndex(
                name: "IX_IdempotencyRecord_UserId_KeyHash",
                table: "IdempotencyRecord",
                columns: new[] { "UserId", "KeyHash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncidentActions_IncidentId",
                table: "IncidentActions",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentAttachments_IncidentId",
                table: "IncidentAttachments",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentAttachments_ScanDueAt",
                table: "IncidentAttachments",
                column: "ScanDueAt");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentClosureAnswers_IncidentId",
                table: "IncidentClosureAnswers",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentClosureProposals_IncidentId",
                table: "IncidentClosureProposals",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentCorrections_IncidentId",
                table: "IncidentCorrections",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentExclusions_IncidentId",
                table: "IncidentExclusions",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentExclusions_UserId",
                table: "IncidentExclusions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentExposed_IncidentId",
                table: "IncidentExposed",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentExposed_UserId",
                table: "IncidentExposed",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentFollowUps_IncidentId",
                table: "IncidentFollowUps",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentInfluences_IncidentId",
                table: "IncidentInfluences",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentNotes_IncidentId",
                table: "IncidentNotes",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentNotices_IncidentId",
                table: "IncidentNotices",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentOnwardDisclosures_IncidentId",
                table: "IncidentOnwardDisclosures",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentPoliceEvents_IncidentId",
                table: "IncidentPoliceEvents",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentReveals_IncidentId",
                table: "IncidentReveals",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_DuplicateOf",
                table: "Incidents",
                column: "DuplicateOf");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_EmployerId_Number",
                table: "Incidents",
                columns: new[] { "EmployerId", "Number" },
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_EmployerId_State_SubmittedAt",
                table: "Incidents",
                columns: new[] { "EmployerId", "State", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_EmployerId_SubmittedAt",
                table: "Incidents",
                columns: new[] { "EmployerId", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_HandlerId",
                table: "Incidents",
                column: "HandlerId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_OversightUnitId",
                table: "Incidents",
                column: "OversightUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_ReporterId",
                table: "Incidents",
                column: "ReporterId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_SealKeyBy",
                table: "Incidents",
                column: "SealKeyBy");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_UnitId_State_SubmittedAt",
                table: "Incidents",
                columns: new[] { "UnitId", "State", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentSupportOffers_IncidentId",
                table: "IncidentSupportOffers",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentSupportRatings_IncidentId",
                table: "IncidentSupportRatings",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentTakedowns_IncidentId",
                table: "IncidentTakedowns",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_LogEntry_EmployerId_ActorId_At",
                table: "LogEntry",
                columns: new[] { "EmployerId", "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntry_EmployerId_At",
                table: "LogEntry",
                columns: new[] { "EmployerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LogEntry_EmployerId_Id",
                table: "LogEntry",
                columns: new[] { "EmployerId", "Id" },
                filter: "\"Seq\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LogEntry_EmployerId_Seq",
                table: "LogEntry",
                columns: new[] { "EmployerId", "Seq" },
                unique: true,
                filter: "\"Seq\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_LogEntry_IncidentId_At",
                table: "LogEntry",
                columns: new[] { "IncidentId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureRequests_EmployerId_RequestedAt",
                table: "MeasureRequests",
                columns: new[] { "EmployerId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MeasureRequests_SealKeyBy",
                table: "MeasureRequests",
                column: "SealKeyBy");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureRequests_UnitId",
                table: "MeasureRequests",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_EmployerId",
                table: "Obligations",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_IncidentId",
                table: "Obligations",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_NextStepAt",
                table: "Obligations",
                column: "NextStepAt");

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_ResponsibleUserId_DueAt",
                table: "Obligations",
                columns: new[] { "ResponsibleUserId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_SubjectId_Key",
                table: "Obligations",
                columns: new[] { "SubjectId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_DedupKey",
                table: "OutboxMessages",
                column: "DedupKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_EmployerId_Id",
                table: "OutboxMessages",
                columns: new[] { "EmployerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_OutboxMessages_State_NextAttemptAt",
                table: "OutboxMessages",
                columns: new[] { "State", "NextAttemptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Person_EmployerId",
                table: "Person",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_Person_HomeUnitId",
                table: "Person",
                column: "HomeUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PulseAnswers_RoundId",
                table: "PulseAnswers",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_PulseAnswers_UnitId",
                table: "PulseAnswers",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PulseRounds_EmployerId",
                table: "PulseRounds",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_PulseRounds_NextStepAt",
                table: "PulseRounds",
                column: "NextStepAt");

            migrationBuilder.CreateIndex(
                name: "IX_PulseRoundUnits_UnitId",
                table: "PulseRoundUnits",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PulseTickets_RoundId",
                table: "PulseTickets",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_PulseTickets_UnitId",
                table: "PulseTickets",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_RetentionItems_RunId_State",
                table: "RetentionItems",
                columns: new[] { "RunId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_RetentionPolicyVersions_EmployerId_Number",
                table: "RetentionPolicyVersions",
                columns: new[] { "EmployerId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRuns_EmployerId_ProposedAt",
                table: "RetentionRuns",
                columns: new[] { "EmployerId", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRuns_SealKeyBy",
                table: "RetentionRuns",
                column: "SealKeyBy");

            migrationBuilder.CreateIndex(
                name: "IX_RetentionRuns_State",
                table: "RetentionRuns",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignment_UnitId",
                table: "RoleAssignment",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_RoleAssignment_UserId",
                table: "RoleAssignment",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedView_UserId_Name",
                table: "SavedView",
                columns: new[] { "UserId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatPlace_EmployerId_Year",
                table: "StatPlace",
                columns: new[] { "EmployerId", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_StatReconciliation_At",
                table: "StatReconciliation",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_StatRelease_Year_Month_Stage",
                table: "StatRelease",
                columns: new[] { "Year", "Month", "Stage" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatTotal_Fact_Period_NodeId",
                table: "StatTotal",
                columns: new[] { "Fact", "Period", "NodeId" });

            migrationBuilder.CreateIndex(
                name: "IX_SupportEntry_EmployerId",
                table: "SupportEntry",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_SupportEntry_UnitId",
                table: "SupportEntry",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Unit_EmployerId",
                table: "Unit",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_Unit_ParentId",
                table: "Unit",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitWatches_EmployerId_UnitId_WholeEmployer_Kind_Month",
                table: "UnitWatches",
                columns: new[] { "EmployerId", "UnitId", "WholeEmployer", "Kind", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnitWatches_SealKeyBy",
                table: "UnitWatches",
                column: "SealKeyBy");

            migrationBuilder.CreateIndex(
                name: "IX_UnitWatches_UnitId",
                table: "UnitWatches",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_UserSession_UserId",
                table: "UserSession",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_WarningCharts_UnitId",
                table: "WarningCharts",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkStops_EmployerId_StartedAt",
                table: "WorkStops",
                columns: new[] { "EmployerId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkStops_SealKeyBy",
                table: "WorkStops",
                column: "SealKeyBy");

            migrationBuilder.CreateIndex(
                name: "IX_WorkStops_UnitId",
                table: "WorkStops",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absence");

            migrationBuilder.DropTable(
                name: "AccessToken");

            migrationBuilder.DropTable(
                name: "AccountClaim");

            migrationBuilder.DropTable(
                name: "AccountLogin");

            migrationBuilder.DropTable(
                name: "AccountPasskey");

            migrationBuilder.DropTable(
                name: "AccountToken");

            migrationBuilder.DropTable(
                name: "CalendarLink");

            migrationBuilder.DropTable(
                name: "Campaign");

            migrationBuilder.DropTable(
                name: "CaseCounter");

            migrationBuilder.DropTable(
                name: "DataProtectionKey");

            migrationBuilder.DropTable(
                name: "DigestItems");

            migrationBuilder.DropTable(
                name: "Doomed");

            migrationBuilder.DropTable(
                name: "FeedbackMessages");

            migrationBuilder.DropTable(
                name: "FollowUpPolicyVersions");

            migrationBuilder.DropTable(
                name: "Headcount");

            migrationBuilder.DropTable(
                name: "IdempotencyRecord");

            migrationBuilder.DropTable(
                name: "IncidentActions");

            migrationBuilder.DropTable(
                name: "IncidentAttachments");

            migrationBuilder.DropTable(
                name: "IncidentClosureAnswers");

            migrationBuilder.DropTable(
                name: "IncidentClosureProposals");

            migrationBuilder.DropTable(
                name: "IncidentCorrections");

            migrationBuilder.DropTable(
                name: "IncidentExclusions");

            migrationBuilder.DropTable(
                name: "IncidentExposed");

            migrationBuilder.DropTable(
                name: "IncidentFollowUps");

            migrationBuilder.DropTable(
                name: "IncidentInfluences");

            migrationBuilder.DropTable(
                name: "IncidentNotes");

            migrationBuilder.DropTable(
                name: "IncidentNotices");

            migrationBuilder.DropTable(
                name: "IncidentOnwardDisclosures");

            migrationBuilder.DropTable(
                name: "IncidentPoliceEvents");

            migrationBuilder.DropTable(
                name: "IncidentReveals");

            migrationBuilder.DropTable(
                name: "IncidentSupportOffers");

            migrationBuilder.DropTable(
                name: "IncidentSupportRatings");

            migrationBuilder.DropTable(
                name: "IncidentTakedowns");

            migrationBuilder.DropTable(
                name: "LogChain");

            migrationBuilder.DropTable(
                name: "LogCheck");

            migrationBuilder.DropTable(
                name: "LogEntry");

            migrationBuilder.DropTable(
                name: "MeasureRequests");

            migrationBuilder.DropTable(
                name: "Obligations");

            migrationBuilder.DropTable(
                name: "OutboxMessages");

            migrationBuilder.DropTable(
                name: "PersonYear");

            migrationBuilder.DropTable(
                name: "PulseAnswers");

            migrationBuilder.DropTable(
                name: "PulseRoundUnits");

            migrationBuilder.DropTable(
                name: "PulseTickets");

            migrationBuilder.DropTable(
                name: "ReleaseFact");

            migrationBuilder.DropTable(
                name: "RetentionItems");

            migrationBuilder.DropTable(
                name: "RetentionPolicyVersions");

            migrationBuilder.DropTable(
                name: "RoleAssignment");

            migrationBuilder.DropTable(
                name: "SavedView");

            migrationBuilder.DropTable(
                name: "SignInFailures");

            migrationBuilder.DropTable(
                name: "StatCube");

            migrationBuilder.DropTable(
                name: "StatFact");

            migrationBuilder.DropTable(
                name: "StatMargin");

            migrationBuilder.DropTable(
                name: "StatPlace");

            migrationBuilder.DropTable(
                name: "StatReconciliation");

            migrationBuilder.DropTable(
                name: "StatRelease");

            migrationBuilder.DropTable(
                name: "StatTotal");

            migrationBuilder.DropTable(
                name: "SupportEntry");

            migrationBuilder.DropTable(
                name: "UnitWatches");

            migrationBuilder.DropTable(
                name: "UserSession");

            migrationBuilder.DropTable(
                name: "WarningCharts");

            migrationBuilder.DropTable(
                name: "WarningRuns");

            migrationBuilder.DropTable(
                name: "WorkStops");

            migrationBuilder.DropTable(
                name: "Account");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "PulseRounds");

            migrationBuilder.DropTable(
                name: "RetentionRuns");

            migrationBuilder.DropTable(
                name: "Person");

            migrationBuilder.DropTable(
                name: "EmployerKeys");

            migrationBuilder.DropTable(
                name: "Unit");

            migrationBuilder.DropTable(
                name: "Employer");
        }
    }
}
