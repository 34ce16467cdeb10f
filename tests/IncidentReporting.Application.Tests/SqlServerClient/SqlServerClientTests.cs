using System.Data;
using System.Net;
using System.Net.Sockets;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Server;
using Microsoft.SqlServer.Server;

namespace IncidentReporting.Application.Tests.SqlServerClient;

/// <summary>The client names Microsoft.SqlServer.Server in its own code: whichever assembly of that name is built in has all that it asks for.</summary>
public sealed class SqlServerClientTests
{
    private const string Server = "Microsoft.SqlServer.Server";

    private static IEnumerable<TestCaseData> NamedByTheClient()
    {
        using var file = new PEReader(File.OpenRead(typeof(SqlCommand).Assembly.Location));
        var client = file.GetMetadataReader();
        foreach (var handle in client.TypeReferences)
        {
            var type = client.GetTypeReference(handle);
            if (InServer(client, type))
            {
                yield return new TestCaseData(TokenOf(handle)).SetArgDisplayNames(client.GetString(type.Name));
            }
        }

        foreach (var handle in client.MemberReferences)
        {
            var member = client.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference
                && client.GetTypeReference((TypeReferenceHandle)member.Parent) is var type
                && InServer(client, type))
            {
                yield return new TestCaseData(TokenOf(handle))
                    .SetArgDisplayNames($"{client.GetString(type.Name)}.{client.GetString(member.Name)}");
            }
        }
    }

    [TestCaseSource(nameof(NamedByTheClient))]
    public void Client_ResolvesWhatItNames(int token)
    {
        var member = typeof(SqlCommand).Module.ResolveMember(token);

        Assert.That((member as Type ?? member?.DeclaringType)?.Assembly.GetName().Name, Is.EqualTo(Server));
    }

    [Test]
    public void Client_NamesTypesAndMembers() => Assert.That(NamedByTheClient().Count(), Is.GreaterThanOrEqualTo(13));

    [Test]
    public void Assembly_HasTheVersionTheClientAsksFor() =>
        Assert.That(typeof(Format).Assembly.GetName().Version, Is.EqualTo(new Version(1, 0, 0, 0)));

    [Test]
    public void CommandWithParameters_ServerAway_FailsAtTheNetwork()
    {
        using var connection = new SqlConnection($"Server=127.0.0.1,{ClosedPort()};User Id=u;Password=p;Connect Timeout=2;Encrypt=false;ConnectRetryCount=0");
        using var command = new SqlCommand("SELECT @text, @place", connection);
        command.Parameters.AddWithValue("@text", "value");
        command.Parameters.Add(new SqlParameter("@place", SqlDbType.Udt) { UdtTypeName = "dbo.Place", Value = new Place { X = 1, Y = 2 } });

        Assert.That(connection.Open, Throws.InstanceOf<SqlException>());
        Assert.That(command.ExecuteNonQuery, Throws.InvalidOperationException);
    }

    [Test]
    public void UserDefinedType_WrittenToARecord_IsReadBack()
    {
        var record = new SqlDataRecord(new SqlMetaData("place", SqlDbType.Udt, typeof(Place), "dbo.Place"));

        record.SetValue(0, new Place { X = 3, Y = 4 });

        Assert.That(record.GetValue(0), Is.EqualTo(new Place { X = 3, Y = 4 }));
    }

    [Test]
    public void TypeWithoutTheAttribute_AsUserDefinedType_IsRefused() =>
        Assert.That(() => new SqlMetaData("place", SqlDbType.Udt, typeof(Version), "dbo.Place"), Throws.InstanceOf<InvalidUdtException>());

    private static bool InServer(MetadataReader client, TypeReference type) =>
        type.ResolutionScope.Kind == HandleKind.AssemblyReference
        && client.GetString(client.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == Server;

    private static int TokenOf(EntityHandle handle) => System.Reflection.Metadata.Ecma335.MetadataTokens.GetToken(handle);

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [SqlUserDefinedType(Format.UserDefined, MaxByteSize = 8, IsFixedLength = true)]
    private record struct Place : IBinarySerialize
    {
        public int X { get; set; }

        public int Y { get; set; }

        public void Read(BinaryReader r) => (X, Y) = (r.ReadInt32(), r.ReadInt32());

        public readonly void Write(BinaryWriter w)
        {
            w.Write(X);
            w.Write(Y);
        }
    }
}
