using System.Security.Cryptography;
using TopHalf.Samples.Nvme;

namespace TopHalf.Samples.Tests.Nvme;

/// <summary>The NVMe driver on the simulated controller.</summary>
public sealed class NvmeDriverTests
{
    private const int Blocks = 4096;
    private const byte Read = 0x02;
    private static readonly byte[] Image = DiskImage.Generate(Blocks);

    /// <summary>Every depth, by interrupt and polled, with completions in the order of the commands and in another.</summary>
    public static TheoryData<int, bool, int?> Ways
        => [.. from depth in (int[])[1, 2, 4, 8, 16, 32] from polled in (bool[])[false, true] from shuffle in (int?[])[null, 1, 2] select (depth, polled, shuffle)];

    [Fact]
    public void It_asks_the_controller_who_it_is()
    {
        using var machine = new Machine();
        machine.Driver.Start();
        Assert.Equal(new NvmeIdentity("TopHalf simulated disk", "TH-0001", "1", 128 * 1024, Blocks, 512), machine.Driver.Identity);
        Assert.Equal("1.4", machine.Driver.Version);
        Assert.Equal(32, machine.Driver.MaximumDepth);
    }

    /// <summary>4,096 reads of one block: 64 rounds of the rings, so that phase bits turn, and every slot is used again.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public void The_whole_disk_is_read_at_every_depth(int depth, bool polled, int? shuffle)
    {
        using var machine = new Machine(new SimulatedNvmeOptions { Image = Image, Shuffle = shuffle });
        machine.Driver.Start();
        using DmaBuffer target = machine.Device.AllocateDma(Image.Length);
        Assert.Equal(Blocks, machine.Driver.Read(0, Blocks, target, new ReadWay(depth, BlocksPerRead: 1, Polled: polled)));
        Assert.Equal(Convert.ToHexString(SHA256.HashData(Image)), Convert.ToHexString(SHA256.HashData(target.Span)));
        Assert.Null(machine.Device.Mistake);
    }

    /// <summary>The admin queue and four others, which share messages where there are fewer than five.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Queues_share_messages_where_there_are_too_few(int vectors)
    {
        using var machine = new Machine(new SimulatedNvmeOptions { Image = Image, Vectors = vectors });
        machine.Driver.Start();
        foreach (int queues in (int[])[1, NvmeDriver.IoQueues])
        {
            machine.AssertReads(new ReadWay(16, BlocksPerRead: 8, Queues: queues));
        }

        Assert.Equal([0, 1 % vectors, 2 % vectors, 3 % vectors, 4 % vectors], Enumerable.Range(0, 5).Select(machine.Interrupts.VectorOf));
    }

    [Theory]
    [InlineData(2, 0)] // the shortest queues that there can be: one command at a time
    [InlineData(3, 1)]
    [InlineData(7, 3)]
    [InlineData(64, 8)]
    public void Queues_may_be_short_and_doorbells_far_apart(int entries, int stride)
    {
        using var machine = new Machine(new SimulatedNvmeOptions { Image = Image, MaximumEntries = entries, DoorbellStride = stride });
        machine.Driver.Start();
        Assert.Equal(Math.Min(32, entries - 1), machine.Driver.MaximumDepth);
        machine.AssertReads(new ReadWay(machine.Driver.MaximumDepth, BlocksPerRead: 8));
        machine.AssertReads(new ReadWay(machine.Driver.MaximumDepth, BlocksPerRead: 8, Polled: true));
    }

    [Theory]
    [InlineData(1)] // within a page
    [InlineData(9)] // two pages, sometimes three
    [InlineData(16)]
    [InlineData(17)] // lists
    [InlineData(100)]
    [InlineData(256)] // as much as the controller takes
    public void A_read_spans_as_many_pages_as_it_needs(int blocksPerRead)
    {
        using var machine = new Machine();
        machine.Driver.Start();
        machine.AssertReads(new ReadWay(5, blocksPerRead));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Queues_take_turns_and_each_has_its_vector(int queues)
    {
        using var machine = new Machine();
        machine.Driver.Start();
        machine.AssertReads(new ReadWay(12, 1, queues));
        Assert.Equal(
            Enumerable.Range(1, 4).Select(vector => vector <= queues),
            machine.Interrupts.Statistics.Vectors.Where(static vector => vector.Vector > 0).Select(static vector => vector.Signals > 0));
    }

    [Fact]
    public void One_command_at_a_time_is_one_interrupt_each_and_polling_has_none()
    {
        using var machine = new Machine();
        machine.Driver.Start();
        machine.AssertReads(new ReadWay(1, 8));
        Assert.Equal(Blocks / 8, machine.Driver.Interrupts);
        machine.AssertReads(new ReadWay(32, 8, Polled: true));
        Assert.Equal(Blocks / 8, machine.Driver.Interrupts);
        machine.AssertReads(new ReadWay(32, 8));
        Assert.InRange(machine.Driver.Interrupts, (Blocks / 8) + 1, 2 * Blocks / 8);

        // The binding counts when a handler has returned. Of the admin queue: two identifications, the number of queues, and two
        // commands for each of five pairs.
        machine.Interrupts.Dispose();
        Assert.Equal([13, machine.Driver.Interrupts, 0, 0, 0], machine.Interrupts.Statistics.Vectors.Select(static vector => vector.Signals));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_status_is_an_exception_that_names_command_type_and_code(bool polled)
    {
        using var machine = new Machine();
        machine.Driver.Start();
        machine.Device.FailNext(admin: false, Read, new NvmeStatus(2, 0x81));
        var way = new ReadWay(8, 8, Polled: polled);
        NvmeException error = Assert.Throws<NvmeException>(() => machine.AssertReads(way));
        Assert.Equal("simulated nvme: Read of 8 blocks from 0 on failed: status type 2 (media and data integrity), code 0x81 (unrecovered read error).", error.Message);
        Assert.Equal((2, 0x81), (error.Status.Type, error.Status.Code));

        // The commands beside it have ended, and the next ones work.
        machine.AssertReads(way);
    }

    [Fact]
    public void A_read_beyond_the_end_is_refused_by_the_controller()
    {
        using var machine = new Machine();
        machine.Driver.Start();
        using DmaBuffer target = machine.Device.AllocateDma(8192);
        NvmeException error = Assert.Throws<NvmeException>(() => machine.Driver.Read(Blocks - 4, 8, target, new ReadWay(2, 2)));
        Assert.Contains("Read of 2 blocks from 4096 on failed: status type 0 (generic), code 0x80 (LBA out of range)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_neither_driver_nor_controller_can_do_is_refused_before_it_is_sent()
    {
        using var machine = new Machine();
        machine.Driver.Start();
        using DmaBuffer target = machine.Device.AllocateDma(4096);
        ReadWay[] ways = [new(0, 1), new(33, 1), new(1, 0), new(1, 257), new(1, 1, Queues: 0), new(1, 1, Queues: 5)];
        Assert.All(ways, way => Assert.Throws<ArgumentOutOfRangeException>(() => machine.Driver.Read(0, 1, target, way)));
        Assert.Throws<ArgumentException>(() => machine.Driver.Read(0, 9, target, new ReadWay(1, 1)));
        Assert.Throws<InvalidOperationException>(() => new NvmeDriver(machine.Device).Identity);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_read_that_is_lost_is_told_after_the_time_limit(bool polled)
    {
        using var machine = new Machine(readTimeout: TimeSpan.Zero);
        machine.Driver.Start();
        machine.Device.LoseNext();
        using DmaBuffer target = machine.Device.AllocateDma(512);
        TimeoutException error = Assert.Throws<TimeoutException>(() => machine.Driver.Read(0, 1, target, new ReadWay(1, 1, Polled: polled)));
        Assert.Equal($"simulated nvme: Read in queue {(polled ? 5 : 1)} was not completed in 0 s.", error.Message);
    }

    [Theory]
    [InlineData(false, "was reset while commands were in flight")]
    [InlineData(true, "is gone")]
    public async Task Polling_ends_with_the_binding_and_with_the_device(bool isGone, string reason)
    {
        using var machine = new Machine(readTimeout: TimeSpan.MaxValue);
        machine.Driver.Start();
        machine.Device.LoseNext();
        using DmaBuffer target = machine.Device.AllocateDma(512);
        Task<long> reading = Task.Run(() => machine.Driver.Read(0, 1, target, new ReadWay(1, 1, Polled: true)));
        Assert.True(SpinWait.SpinUntil(() => machine.Device.Lost == 1, TimeSpan.FromSeconds(30)));
        Assert.False(reading.IsCompleted);
        if (isGone)
        {
            machine.Device.Remove();
        }
        else
        {
            machine.Interrupts.Dispose();
        }

        NvmeException error = await Assert.ThrowsAsync<NvmeException>(() => reading.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_after_a_second_start_begin_anew()
    {
        using var machine = new Machine();
        machine.Driver.Start();
        machine.AssertReads(new ReadWay(4, 8));
        machine.Driver.Start();
        machine.AssertReads(new ReadWay(4, 8));
        machine.AssertReads(new ReadWay(4, 8, Polled: true));
    }

    /// <summary>A simulated controller with its driver, bound.</summary>
    private sealed class Machine : IDisposable
    {
        public Machine(SimulatedNvmeOptions? options = null, TimeSpan? readTimeout = null)
        {
            Device = new SimulatedNvme(options ?? new SimulatedNvmeOptions { Image = Image });
            Driver = new NvmeDriver(Device, readTimeout);
            Interrupts = Driver.EnableInterrupts(Device, CheckedHandlers.Options());
        }

        public SimulatedNvme Device { get; }

        public NvmeDriver Driver { get; }

        public InterruptBinding Interrupts { get; }

        /// <summary>Reads the whole disk, and compares.</summary>
        public void AssertReads(ReadWay way)
        {
            using DmaBuffer target = Device.AllocateDma(Image.Length);
            Driver.Read(0, Blocks, target, way);
            Assert.True(Image.AsSpan().SequenceEqual(target.Span), $"{way} gave other bytes");
            Assert.Null(Device.Mistake);
        }

        public void Dispose()
        {
            CheckedHandlers.End(Interrupts);
            Driver.Dispose();
            Device.Dispose();
        }
    }
}
