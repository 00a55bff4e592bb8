using System.Buffers.Binary;
using TopHalf.Samples.Nvme;

namespace TopHalf.Samples.Tests.Nvme;

/// <summary>A queue pair alone, with a test in the place of the controller.</summary>
public sealed class NvmeQueuePairTests : IDisposable
{
    private const int Entries = 5;
    private static readonly NvmeCapabilities Capabilities = new((Entries - 1) | (1ul << 32)); // doorbells 8 bytes apart

    private readonly Doorbells _device = new();
    private readonly NvmeQueuePair _queue;
    private int _tail;
    private uint _phase = 1;

    public NvmeQueuePairTests()
    {
        _device.WriteConfig16(4, 4); // bus mastering
        _queue = new NvmeQueuePair(_device, _device.GetBar(0), id: 3, Capabilities);
    }

    public void Dispose()
    {
        _queue.Dispose();
        _device.Dispose();
    }

    [Fact]
    public void A_command_is_in_memory_before_its_doorbell_rings()
    {
        using RegisterTrace trace = _device.StartTrace();
        for (int i = 0; i < Entries + 1; i++)
        {
            _queue.Submit(slot: i % 4, NvmeCommand.Read(1, (ulong)i, 2));
        }

        // Submission queue 3 has doorbell 6: 0x1000 + 6 * 8.
        Assert.Equal([1u, 2, 3, 4, 0, 1], trace.Select(static write => (uint)write.Value));
        Assert.All(trace, static write => Assert.Equal((true, 0x1030ul, 4), (write.IsWrite, write.Offset, write.Width)));
        Span<byte> command = stackalloc byte[NvmeCommand.Size];
        Assert.True(_device.ReadDma(_queue.SubmissionAddress, command));
        Assert.Equal((0x0001_0002u, 1u), (BinaryPrimitives.ReadUInt32LittleEndian(command), BinaryPrimitives.ReadUInt32LittleEndian(command[4..])));
        Assert.Equal((5u, 1u), (BinaryPrimitives.ReadUInt32LittleEndian(command[40..]), BinaryPrimitives.ReadUInt32LittleEndian(command[48..])));
    }

    [Fact]
    public void What_has_this_rounds_phase_is_taken_and_the_head_told_once_for_all()
    {
        using RegisterTrace trace = _device.StartTrace();
        Assert.Equal(0, _queue.Drain());
        for (int round = 0; round < 3; round++)
        {
            for (int slot = 0; slot < 3; slot++)
            {
                _queue.Submit(slot, default);
                Assert.False(_queue.IsDone(slot));
            }

            Complete(2, new NvmeStatus(0, 0), result: 7);
            Complete(0, new NvmeStatus(1, 0x80), result: 8);
            Assert.Equal(2, _queue.Drain());
            Assert.Equal((true, false, true), (_queue.IsDone(0), _queue.IsDone(1), _queue.IsDone(2)));
            Assert.Equal((8u, 0x80, false), (_queue.ResultOf(0), _queue.StatusOf(0).Code, _queue.StatusOf(0).IsSuccess));
            Assert.Equal((7u, true), (_queue.ResultOf(2), _queue.StatusOf(2).IsSuccess));
            Assert.Equal(0, _queue.Drain());
        }

        // Completion queue 3 has doorbell 7; five entries.
        Assert.Equal([2u, 4, 1], trace.Where(static write => write.Offset == 0x1038).Select(static write => (uint)write.Value));
    }

    /// <summary>Who sees a command's end may send the next one at once: the controller must have room for its completion by then.</summary>
    [Fact]
    public void The_head_is_told_before_anybody_is_told_of_a_completion()
    {
        List<bool> done = [];
        _queue.Submit(0, default);
        _queue.Submit(1, default);
        Complete(1, default);
        Complete(0, default);
        _device.Rung = () => done.AddRange([_queue.IsDone(0), _queue.IsDone(1)]);
        Assert.Equal(2, _queue.Drain());
        Assert.Equal([false, false], done);
        Assert.True(_queue.IsDone(0) && _queue.IsDone(1));
    }

    [Fact]
    public void An_identifier_that_no_slot_has_harms_nothing()
    {
        _queue.Submit(0, default);
        Complete(0xFFFF, default);
        Complete(40, default);
        Assert.Equal(2, _queue.Drain());
        Assert.False(_queue.IsDone(0));
        Complete(0, default);
        Assert.Equal(1, _queue.Drain());
        Assert.True(_queue.IsDone(0));
    }

    [Theory]
    [InlineData(0x10_0000, 4096, 0x10_0000, 0)]
    [InlineData(0x10_0200, 512, 0x10_0200, 0)]
    [InlineData(0x10_0200, 4096, 0x10_0200, 0x10_1000)]
    [InlineData(0x10_0000, 8192, 0x10_0000, 0x10_1000)]
    public void Up_to_two_pages_are_in_the_command(ulong address, long length, ulong first, ulong second)
    {
        NvmeCommand command = default;
        _queue.SetPages(1, ref command, address, length);
        Assert.Equal((first, second), (command.Page1, command.Page2));
    }

    [Fact]
    public void More_are_in_a_list_of_the_slots_own()
    {
        NvmeCommand command = default;
        NvmeCommand other = default;
        _queue.SetPages(1, ref command, 0x10_0200, 3 * 4096);
        _queue.SetPages(2, ref other, 0x20_0000, 513L * 4096);
        Assert.Equal([0x10_1000ul, 0x10_2000, 0x10_3000], List(command, 3));
        Assert.Equal(Enumerable.Range(1, 512).Select(static page => 0x20_0000 + ((ulong)page * 4096)), List(other, 512));

        ulong[] List(NvmeCommand of, int count)
        {
            Assert.Equal(0ul, of.Page2 % 4096);
            byte[] entries = new byte[count * sizeof(ulong)];
            Assert.True(_device.ReadDma(of.Page2, entries));
            return [.. entries.Chunk(sizeof(ulong)).Select(static entry => BitConverter.ToUInt64(entry))];
        }
    }

    /// <summary>What a handler runs, on this thread, while another thread sleeps for every completion.</summary>
    [Fact]
    public void Taking_completions_and_waking_allocate_nothing()
    {
        const int Rounds = 2_000;
        using var asleep = new SemaphoreSlim(0);
        var waiter = new Thread(() =>
        {
            for (int i = 0; i < Rounds; i++)
            {
                _queue.Submit(0, default);
                asleep.Release();
                if (!_queue.Wait(0, TimeSpan.FromSeconds(60)))
                {
                    return;
                }
            }
        });
        waiter.Start();
        long allocated = 0;
        for (int i = 0; i < Rounds; i++)
        {
            Assert.True(asleep.Wait(TimeSpan.FromSeconds(60)));
            Complete(0, default);
            long before = GC.GetAllocatedBytesForCurrentThread();
            int taken = _queue.Drain();
            allocated += i < 10 ? 0 : GC.GetAllocatedBytesForCurrentThread() - before; // the first are compiled
            Assert.Equal(1, taken);
        }

        Assert.Equal(0, allocated);
        waiter.Join();
    }

    [Fact]
    public void A_completion_that_does_not_come_is_not_waited_for_for_ever()
    {
        _queue.Submit(0, default);
        Assert.False(_queue.Wait(0, TimeSpan.FromMilliseconds(1)));
        Complete(0, default);
        _queue.Drain();
        Assert.True(_queue.Wait(0, TimeSpan.FromSeconds(60)));
    }

    private void Complete(int identifier, NvmeStatus status, uint result = 0)
    {
        Span<byte> entry = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(entry, result);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[12..], (uint)identifier | (_phase << 16) | ((uint)status.Value << 17));
        Assert.True(_device.WriteDma(_queue.CompletionAddress + (16 * (ulong)_tail), entry));
        if (++_tail == Entries)
        {
            _tail = 0;
            _phase ^= 1;
        }
    }

    /// <summary>A device that is nothing but BAR 0, and says when it was written.</summary>
    private sealed class Doorbells() : SimulatedDevice(new SimulatedDeviceOptions { Name = "test", Bars = { [0] = new SimulatedBar(0x2000) } })
    {
        public Action Rung { get; set; } = () => { };

        protected override void WriteRegister(in RegisterAccess access)
        {
            Rung();
            base.WriteRegister(access);
        }
    }
}
