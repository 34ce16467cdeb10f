-- Makes the empty database, a login that owns it (for migrate) and one that only reads and writes (for the product).
-- Run by sqlcmd as a system administrator with OWNER_PASSWORD and PRODUCT_PASSWORD set; may be run again.
-- The passwords may hold anything but a single quote.
IF DB_ID(N'IncidentReporting') IS NULL
    CREATE DATABASE IncidentReporting;
GO
ALTER DATABASE IncidentReporting SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID(N'incidentreporting_owner') IS NULL
    CREATE LOGIN incidentreporting_owner WITH PASSWORD = N'$(OWNER_PASSWORD)', DEFAULT_DATABASE = IncidentReporting;
IF SUSER_ID(N'incidentreporting') IS NULL
    CREATE LOGIN incidentreporting WITH PASSWORD = N'$(PRODUCT_PASSWORD)', DEFAULT_DATABASE = IncidentReporting;
GO
USE IncidentReporting;
GO
IF USER_ID(N'incidentreporting_owner') IS NULL
BEGIN
    CREATE USER incidentreporting_owner FOR LOGIN incidentreporting_owner;
    ALTER ROLE db_owner ADD MEMBER incidentreporting_owner;
END;
IF USER_ID(N'incidentreporting') IS NULL
BEGIN
    CREATE USER incidentreporting FOR LOGIN incidentreporting;
    ALTER ROLE db_datareader ADD MEMBER incidentreporting;
    ALTER ROLE db_datawriter ADD MEMBER incidentreporting;
END;
GO
