/// <summary>Completion queues of an NVMe drive, a vector for each; the phase bit says what is new.</summary>
[InterruptDriver(VendorId = 0x144D)]
[DeviceBar(0, 0x4000)]
internal sealed unsafe partial class NvmeQueue
{
    private const int Queues = 4;
    private readonly Bar _registers;
    private readonly Queue[] _queues = new Queue[Queues];

    public NvmeQueue(PciDevice device, ulong*[] memory)
    {
        _registers = device.GetBar(0);
        for (int i = 0; i < Queues; i++)
        {
            _queues[i] = new Queue(_registers, (Entry*)memory[i], depth: 64, doorbell: 0x1004u + ((uint)i * 8));
        }
    }

    [MsiVector(1, Count = Queues)]
    private void OnCompletion(in Interrupt irq) => _queues[irq.Index].Drain(); //p TH4004|TH4005

    private struct Entry
    {
        public uint Result;
        public uint Reserved;
        public ushort SubmissionHead;
        public ushort SubmissionQueue;
        public ushort Command;
        public ushort Status;
    }

    private sealed class Queue(Bar registers, Entry* entries, int depth, uint doorbell)
    {
        private readonly Command[] _commands = new Command[depth];
        private int _head;
        private ushort _phase = 1;

        private bool HasNext => (Volatile.Read(ref entries[_head].Status) & 1) == _phase;

        public void Drain()
        {
            bool any = false;
#if PLANTED
            while (HasNext)
            {
#else
            for (int left = depth; left > 0 && HasNext; left--)
            {
#endif
                any = true;
                ref Entry entry = ref entries[_head];
                Finish(in entry);
                Advance();
            }

            if (any)
            {
                registers.Write32(doorbell, (uint)_head);
            }
        }

        private void Finish(ref readonly Entry entry)
        {
            if (entry.Command >= _commands.Length)
            {
                return;
            }

            ref Command command = ref _commands[entry.Command];
            command.Result = entry.Result;
            Volatile.Write(ref command.State, entry.Status >> 1 == 0 ? 1 : -1);
        }

        private void Advance()
        {
            if (++_head == depth)
            {
                _head = 0;
                _phase ^= 1;
            }
        }
    }

    private struct Command
    {
        public uint Result;
        public int State;
    }
}
