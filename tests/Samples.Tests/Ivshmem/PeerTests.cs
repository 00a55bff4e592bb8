using TopHalf.Samples.Ivshmem;

namespace TopHalf.Samples.Tests.Ivshmem;

/// <summary>The other end, step by step.</summary>
public sealed class PeerTests
{
    private const uint Request = 7;

    // The ring that wakes the peer is no answer to one of its own, whenever it comes.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_doorbell_that_comes_after_its_request_was_seen_is_not_counted(int looks)
    {
        var side = new Side();
        side.Write(SharedLayout.Rings, 1);
        side.Write(SharedLayout.Request, Request);
        bool isAsked = false;
        side.Looking = word =>
        {
            if (isAsked && looks-- == 0)
            {
                side.Rings++;
                side.Write(SharedLayout.Woken, Request);
            }

            isAsked |= word == SharedLayout.Request;
        };
        var peer = new Peer(side, seed: 1);
        peer.Work(CancellationToken.None);
        Assert.Equal(Request, side.Read(SharedLayout.Finished));
        Assert.Equal(1u, side.Read(SharedLayout.Sent));
        Assert.Equal(0u, side.Read(SharedLayout.Heard));
        side.Rings++;
        peer.Work(CancellationToken.None);
        Assert.Equal(1u, side.Read(SharedLayout.Heard));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_request_that_nobody_rings_for_is_given_up_with_the_driver_and_with_the_peer(bool withDriver)
    {
        using var stop = new CancellationTokenSource();
        var side = new Side();
        side.Write(SharedLayout.Request, Request);
        int looks = 0;
        side.Looking = word =>
        {
            if (word != SharedLayout.Woken || ++looks < 3)
            {
                return;
            }

            if (withDriver)
            {
                side.Write(SharedLayout.Request, 0);
            }
            else
            {
                stop.Cancel();
            }
        };
        new Peer(side, seed: 1).Work(stop.Token);
        Assert.Equal((0u, 0u, 0u), (side.Read(SharedLayout.Finished), side.Read(SharedLayout.Busy), side.Read(SharedLayout.Sent)));
    }

    private sealed class Side : IPeerSide
    {
        private readonly Dictionary<uint, uint> _words = [];

        public Action<uint>? Looking { get; set; }

        /// <summary>Of the peer's vector 0, not taken yet.</summary>
        public long Rings { get; set; }

        public uint Position => 0;

        public uint Read(uint word)
        {
            Looking?.Invoke(word);
            return _words.GetValueOrDefault(word);
        }

        public void Write(uint word, uint value) => _words[word] = value;

        public void Ring(uint position, int vector)
        {
        }

        public long TakeRings(int vector)
        {
            long rings = vector == 0 ? Rings : 0;
            Rings -= rings;
            return rings;
        }
    }
}
