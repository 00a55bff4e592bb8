using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests;

/// <summary>What is generated, feature by feature.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Edu() => Snapshot.Match(GeneratorRun.Of("""
        using System.Threading;
        using TopHalf;

        namespace Samples.Edu;

        [InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
        public sealed partial class EduDriver(PciDevice device)
        {
            private readonly Bar _registers = device.GetBar(0);
            private long _completed;

            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x24, mask: 0xFFFF_FFFF)]
            [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF_FFFF, Clear = IrqClear.Echo)]
            private void OnFactorialDone(in Interrupt irq) => Interlocked.Add(ref _completed, irq.Signals);

            public void StartFactorial(uint n) => _registers.Write32(0x08, n);
        }
        """));
}
