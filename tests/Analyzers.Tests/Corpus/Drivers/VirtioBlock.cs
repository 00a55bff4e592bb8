namespace Virtual;

/// <summary>Requests of a block device; a flush may wait for another that must be done first.</summary>
[InterruptDriver(VendorId = 0x1AF4, DeviceId = 0x1042)]
internal sealed partial class VirtioBlockDriver(PciDevice device)
{
    private const int Requests = 128;

    private readonly Bar _registers = device.GetBar(4);
    private readonly Request[] _requests = new Request[Requests];
    private readonly Barrier _barrier = new();
    private uint _done;

    public uint Done => Volatile.Read(ref _done);

    [MsiVector(1)]
    private void OnRequest(in Interrupt irq)
    {
        uint newest = _registers.Read32(0x100);
        for (uint i = _done; i != newest; i++)
        {
            ref Request request = ref _requests[i % Requests];
            switch (request.Kind)
            {
                case RequestKind.Read:
                case RequestKind.Write:
                    request.Finish(_registers.Read32(0x104));
                    break;
                case RequestKind.Flush when _barrier.IsOver(): //p TH3004
                    request.Finish(0);
                    break;
                default:
                    request.Postpone();
                    break;
            }
        }

        Volatile.Write(ref _done, newest);
    }

    private enum RequestKind
    {
        Read,
        Write,
        Flush,
    }

    private struct Request
    {
        public RequestKind Kind;
        private uint _status;
        private int _postponed;
        private int _finished;

        public void Finish(uint status)
        {
            _status = status;
            Volatile.Write(ref _finished, 1);
        }

        public void Postpone() => _postponed++;
    }

    private sealed class Barrier
    {
        private Task<bool>? _earlier;

        public void Set(Task<bool> earlier) => Volatile.Write(ref _earlier, earlier);

        public bool IsOver()
        {
            Task<bool>? earlier = Volatile.Read(ref _earlier);
#if PLANTED
            return earlier is null || earlier.Result;
#else
            return earlier is null || (earlier.IsCompletedSuccessfully && earlier.Result);
#endif
        }
    }
}
