using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;
using TopHalf.Samples.Ivshmem;

namespace TopHalf.VirtualMachine.Tests.Doorbells;

/// <summary>The server as QEMU sees it, and its peer as a driver does; on the host alone.</summary>
public sealed unsafe class DoorbellServerTests
{
    private const uint Rings = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void It_introduces_itself_and_rings_each_doorbell_as_often_as_asked_and_hears_what_rings_back()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "eventfds are Linux's");
        using var server = new DoorbellServer();
        using Socket socket = Connect(server);
        Assert.Equal((0L, null), HostLibc.Receive(socket.SafeHandle)); // the version
        Assert.Equal((DoorbellServer.Machine, null), HostLibc.Receive(socket.SafeHandle));
        using SafeFileHandle memory = Descriptor(socket, -1);
        SafeFileHandle[] peers = [.. Enumerable.Range(0, SharedLayout.Vectors).Select(_ => Descriptor(socket, 0))];
        SafeFileHandle[] ours = [.. Enumerable.Range(0, SharedLayout.Vectors).Select(_ => Descriptor(socket, DoorbellServer.Machine))];
        byte* words = HostLibc.Map(memory, SharedLayout.Length);
        try
        {
            Exchange(words, peers, ours);
            Assert.Null(server.Failure);
        }
        finally
        {
            HostLibc.Unmap(words, SharedLayout.Length);
            Array.ForEach([.. peers, .. ours], static descriptor => descriptor.Dispose());
        }
    }

    [Fact]
    public void It_ends_whether_somebody_came_or_not()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "eventfds are Linux's");
        new DoorbellServer().Dispose();
        var server = new DoorbellServer();
        using (Socket socket = Connect(server))
        {
            _ = HostLibc.Receive(socket.SafeHandle);
        }

        server.Dispose();
    }

    // A driver in a few lines: it rings back for each look that finds doorbells rung.
    private static void Exchange(byte* words, SafeFileHandle[] peers, SafeFileHandle[] ours)
    {
        Assert.Equal((SharedLayout.MarkValue, 0u), (Word(words, SharedLayout.Mark), Word(words, SharedLayout.PeerPosition)));
        Word(words, SharedLayout.DriverPosition) = DoorbellServer.Machine;
        Word(words, SharedLayout.Rings) = Rings;
        Volatile.Write(ref Word(words, SharedLayout.Request), 7);
        HostLibc.Signal(peers[0]);
        Volatile.Write(ref Word(words, SharedLayout.Woken), 7);
        long[] rung = new long[ours.Length];
        uint[] answers = new uint[ours.Length];
        bool came = SpinWait.SpinUntil(
            () =>
            {
                bool isDone = Volatile.Read(ref Word(words, SharedLayout.Finished)) == 7;
                for (int vector = 0; vector < ours.Length; vector++)
                {
                    if (HostLibc.Take(ours[vector]) is > 0 and long signals)
                    {
                        rung[vector] += signals;
                        answers[vector]++;
                        HostLibc.Signal(peers[vector]);
                    }
                }

                return isDone;
            },
            Patience);
        Assert.True(came, "the peer does not finish");
        Assert.All(rung, static signals => Assert.Equal(Rings, signals));
        for (int vector = 0; vector < ours.Length; vector++)
        {
            int which = vector;
            Assert.Equal(Rings, Word(words, SharedLayout.Of(SharedLayout.Sent, vector)));
            Assert.True(
                SpinWait.SpinUntil(() => Volatile.Read(ref Word(words, SharedLayout.Of(SharedLayout.Heard, which))) == answers[which], Patience),
                $"of vector {vector} the peer has heard what it was rung");
        }
    }

    private static ref uint Word(byte* words, uint word) => ref *(uint*)(words + word);

    private static Socket Connect(DoorbellServer server)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint("\0" + server.Name));
        return socket;
    }

    private static SafeFileHandle Descriptor(Socket socket, long number)
    {
        (long received, SafeFileHandle? descriptor) = HostLibc.Receive(socket.SafeHandle);
        Assert.Equal(number, received);
        return Assert.IsType<SafeFileHandle>(descriptor);
    }
}
